using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Workflows.Tests;

/// <summary>A server that speaks enough of JetStream's HTTP API, and gives the replies that a test scripts, byte for byte.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _replies;
    private readonly Task _running;

    /// <summary>Starts a server that is healthy, answers prompts with the replies in turn, and with the last of them from then on.</summary>
    public ScriptedServer(params string[] replies)
    {
        _replies = new(replies);
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Where it answers.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The bodies that were posted.</summary>
    public ConcurrentQueue<string> Prompts { get; } = new();

    /// <summary>A whole reply.</summary>
    public static string Reply(string body, int status = 200, int? length = null) =>
        $"HTTP/1.1 {status} Whatever\r\nContent-Type: application/json\r\nContent-Length: {length ?? Encoding.UTF8.GetByteCount(body)}\r\n"
        + $"Connection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
            var reply = await AnswerAsync(reader);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(reply), _stop.Token);
        }
    }

    private async Task<string> AnswerAsync(StreamReader reader)
    {
        var request = await reader.ReadLineAsync(_stop.Token) ?? "";
        var length = 0;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        if (request.StartsWith("GET /healthcheck ", StringComparison.Ordinal))
        {
            return Reply("""{"response":{"is_live":true}}""");
        }

        var body = new char[length];
        await reader.ReadBlockAsync(body, _stop.Token);
        Prompts.Enqueue(new string(body));
        return _replies.Count > 1 && _replies.TryDequeue(out var next) ? next : _replies.First();
    }
}
