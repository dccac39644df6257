namespace Pulumi;

/// <summary>Goes on from tasks that are not done yet.</summary>
internal static class Continuation
{
    /// <summary>What <paramref name="step"/> makes of a result, or its failure.</summary>
    public static async Task<TResult> LaterAsync<T, TResult>(Task<T> task, Func<T, TResult> step) => step(await task);
}
