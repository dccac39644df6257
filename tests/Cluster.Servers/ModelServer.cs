using System.Globalization;
using System.Net;

namespace Cluster.Servers;

/// <summary>Simulates JetStream: its HTTP API is healthy while the whole group is registered with the resource manager.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly FakeJetStream _server;
    private readonly string _resourceManager;
    private readonly int _members;
    private RepeatedRequest? _poll;

    /// <param name="endpoint">Where it listens; by default on any port of this machine.</param>
    /// <param name="resourceManager">Host and port of the resource manager.</param>
    /// <param name="members">The number of members of the group.</param>
    public ModelServer(IPEndPoint? endpoint, string resourceManager, int members)
    {
        _server = new(endpoint) { Loaded = false };
        _resourceManager = resourceManager;
        _members = members;
    }

    /// <summary>The address.</summary>
    public string Endpoint => _server.Endpoint;

    /// <summary>How often it has heard from the resource manager.</summary>
    public int Polls { get; private set; }

    public async Task StartAsync()
    {
        await _server.StartAsync();
        var address = new Uri($"http://{_resourceManager}/members");
        _poll = new(
            async (http, stop) =>
            {
                var registered = int.Parse(await http.GetStringAsync(address, stop), CultureInfo.InvariantCulture);
                _server.Loaded = registered == _members;
                Polls++;
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_poll is not null)
        {
            await _poll.DisposeAsync();
        }

        await _server.DisposeAsync();
    }
}
