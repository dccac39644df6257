using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Cluster.Servers;

/// <summary>
/// Simulates the Pathways resource manager: <c>POST /members/POD</c> registers the proxy or a worker, <c>GET /members</c> returns their number.
/// </summary>
internal sealed class ResourceManager : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, DateTime> _members = new(StringComparer.Ordinal);
    private readonly LocalServer _server;
    private readonly TimeSpan _expiry;

    /// <param name="endpoint">Where it listens; by default on any port of this machine.</param>
    /// <param name="expiry">How long a registration is valid; 10 seconds by default.</param>
    public ResourceManager(IPEndPoint? endpoint = null, TimeSpan? expiry = null)
    {
        _server = new(AnswerAsync, endpoint);
        _expiry = expiry ?? TimeSpan.FromSeconds(10);
    }

    /// <summary>Host and port.</summary>
    public string Address => _server.Address;

    /// <summary>The number of members that are registered now.</summary>
    public int Members => _members.Count(member => DateTime.UtcNow - member.Value < _expiry);

    public Task StartAsync() => _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            _members[context.Request.Path.Value!.Split('/')[^1]] = DateTime.UtcNow;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync(Members.ToString(CultureInfo.InvariantCulture));
    }
}
