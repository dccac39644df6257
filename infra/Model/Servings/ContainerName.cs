namespace Infra.Model.Servings;

/// <summary>The names of a serving's containers, as the guide has them.</summary>
public static class ContainerName
{
    /// <summary>The Pathways proxy.</summary>
    public const string PathwaysProxy = "pathways-proxy";

    /// <summary>The Pathways resource manager.</summary>
    public const string PathwaysRm = "pathways-rm";

    /// <summary>JetStream with MaxText.</summary>
    public const string JaxTpu = "jax-tpu";

    /// <summary>The HTTP server.</summary>
    public const string JetStreamHttp = "jetstream-http";

    /// <summary>The Pathways worker.</summary>
    public const string Worker = "worker";
}
