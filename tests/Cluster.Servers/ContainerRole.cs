using System.Globalization;
using System.Net;

namespace Cluster.Servers;

/// <summary>Tells from its arguments which container of a serving a process simulates. All of them, and Cloud Storage, run the same image.</summary>
internal static class ContainerRole
{
    private const int HttpPort = 8000;

    // Pathways' port of the resource manager, which is in the pod of the HTTP server.
    private const string LocalResourceManager = "localhost:38677";

    /// <summary>What starts the server of the container with these arguments; it returns null if the container has none.</summary>
    /// <exception cref="InvalidOperationException">No container has such arguments.</exception>
    public static Func<Task<IAsyncDisposable?>> FromArguments(string[] args) =>
        args switch
        {
            // jetstream-http
            [] => StartModelServerAsync,
            ["storage"] => StartStorageAsync,
            // jax-tpu, whose first argument is MaxText's configuration file
            [var first, ..] when first.EndsWith(".yml", StringComparison.Ordinal) => StartNothingAsync,
            // pathways-rm
            _ when GetOption(args, "node_type") is "resource_manager" => () => StartResourceManagerAsync(args),
            // pathways-proxy and worker
            _ when GetOption(args, "resource_manager_address") is { } address => () => StartMemberAsync(address),
            _ => throw new InvalidOperationException(
                $"No container of a serving has the arguments {string.Join(' ', args)}."
            ),
        };

    private static async Task<IAsyncDisposable?> StartModelServerAsync()
    {
        // The proxy and a worker on each host: as many as there are pods in the group.
        var members = int.Parse(GetVariable("LWS_GROUP_SIZE"), CultureInfo.InvariantCulture);
        var server = new ModelServer(new(IPAddress.Any, HttpPort), LocalResourceManager, members);
        await server.StartAsync();
        return server;
    }

    private static async Task<IAsyncDisposable?> StartStorageAsync()
    {
        var storage = new FakeStorage(new(IPAddress.Any, HttpPort));
        await storage.StartAsync();
        return storage;
    }

    private static async Task<IAsyncDisposable?> StartResourceManagerAsync(string[] args)
    {
        var port = int.Parse(GetOption(args, "server_port")!, CultureInfo.InvariantCulture);
        var manager = new ResourceManager(new(IPAddress.Any, port));
        await manager.StartAsync();
        return manager;
    }

    private static Task<IAsyncDisposable?> StartMemberAsync(string address) =>
        Task.FromResult<IAsyncDisposable?>(new GroupMember(address, Environment.MachineName));

    private static Task<IAsyncDisposable?> StartNothingAsync() => Task.FromResult<IAsyncDisposable?>(null);

    private static string? GetOption(string[] args, string name) =>
        Array.Find(args, arg => arg.StartsWith($"--{name}=", StringComparison.Ordinal))?.Split('=', 2)[1];

    private static string GetVariable(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException(
            $"The environment variable {name}, which LeaderWorkerSet sets, is missing."
        );
}
