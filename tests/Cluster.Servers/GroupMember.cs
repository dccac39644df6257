namespace Cluster.Servers;

/// <summary>Simulates the Pathways proxy or a worker: registers with the resource manager every second.</summary>
internal sealed class GroupMember : IAsyncDisposable
{
    private readonly RepeatedRequest _registration;

    /// <param name="resourceManager">Host and port of the resource manager.</param>
    /// <param name="pod">The name of the pod.</param>
    public GroupMember(string resourceManager, string pod)
    {
        var address = new Uri($"http://{resourceManager}/members/{pod}");
        _registration = new(
            async (http, stop) => (await http.PostAsync(address, null, stop)).EnsureSuccessStatusCode()
        );
    }

    public ValueTask DisposeAsync() => _registration.DisposeAsync();
}
