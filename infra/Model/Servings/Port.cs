using System.Collections.Immutable;

namespace Infra.Model.Servings;

/// <summary>Ports of a serving's containers.</summary>
/// <remarks>The JetStream image finds the proxy on a port of its own choice, so the ports are those of Google's guide.</remarks>
public static class Port
{
    /// <summary>The Pathways resource manager.</summary>
    public const int ResourceManager = 38677;

    /// <summary>A Pathways worker.</summary>
    public const int Worker = 38679;

    /// <summary>The Pathways proxy.</summary>
    public const int Proxy = 38681;

    /// <summary>JetStream's gRPC server, which fixes it in its source.</summary>
    public const int JetStream = 9000;

    /// <summary>The HTTP server.</summary>
    public const int Http = 8000;

    /// <summary>The name of the port at which the model server exposes its metrics; its number is a setting.</summary>
    public const string Metrics = "metrics";

    /// <summary>The ports that cannot be chosen for anything else.</summary>
    public static ImmutableArray<int> Fixed { get; } = [Http, JetStream, ResourceManager, Worker, Proxy];
}
