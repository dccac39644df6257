namespace Tests.Shared;

/// <summary>Waits in tests.</summary>
internal static class Wait
{
    /// <summary>Waits until something holds; fails after 30 seconds.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
