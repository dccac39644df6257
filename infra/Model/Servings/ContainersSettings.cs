namespace Infra.Model.Servings;

/// <summary>Settings of the individual containers of a serving.</summary>
public sealed record ContainersSettings
{
    /// <summary>The Pathways proxy, which connects JAX to the slices; on the leader. Default requests: 16 CPU and 100 GB.</summary>
    public ContainerSettings PathwaysProxy { get; init; } = new();

    /// <summary>The Pathways resource manager; on the leader. Default requests: 8 CPU and 32 GB.</summary>
    public ContainerSettings PathwaysRm { get; init; } = new();

    /// <summary>JetStream with MaxText, which runs the model; on the leader. Its flags are <c>maxText.flags</c>.</summary>
    public ContainerSettings JaxTpu { get; init; } = new();

    /// <summary>The HTTP server in front of JetStream; on the leader.</summary>
    public ContainerSettings JetstreamHttp { get; init; } = new();

    /// <summary>The Pathways worker, which uses the chips; one on every host.</summary>
    public ContainerSettings Worker { get; init; } = new();

    /// <summary>All containers with their keys.</summary>
    public IEnumerable<NamedContainer> All =>
        [
            new("pathwaysProxy", PathwaysProxy),
            new("pathwaysRm", PathwaysRm),
            new("jaxTpu", JaxTpu),
            new("jetstreamHttp", JetstreamHttp),
            new("worker", Worker),
        ];
}

/// <summary>The settings of a container with their key.</summary>
/// <param name="Key">The key, such as <c>pathwaysProxy</c>.</param>
/// <param name="Container">The settings.</param>
public sealed record NamedContainer(string Key, ContainerSettings Container);
