namespace Cluster.Servers;

/// <summary>Sends a request every second until it is disposed. Failures are logged.</summary>
internal sealed class RepeatedRequest : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopped = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Task _sending;

    public RepeatedRequest(Func<HttpClient, CancellationToken, Task> send) => _sending = SendAsync(send);

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _sending;
        _http.Dispose();
        _stopped.Dispose();
    }

    private async Task SendAsync(Func<HttpClient, CancellationToken, Task> send)
    {
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                await send(_http, _stopped.Token);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                Console.WriteLine(e.Message);
            }

            await Task.Delay(Pause, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
