namespace Infra.Model.Servings;

/// <summary>Settings of the single containers of a serving.</summary>
public sealed record ContainersSettings
{
    /// <summary>The Pathways proxy, through which JAX reaches the slices. On the leader. Requests by default 16 CPU and 100 GB.</summary>
    public ContainerSettings PathwaysProxy { get; init; } = new();

    /// <summary>The Pathways resource manager, which knows the slices. On the leader. Requests by default 8 CPU and 32 GB.</summary>
    public ContainerSettings PathwaysRm { get; init; } = new();

    /// <summary>JetStream with MaxText, which runs the model. On the leader. Its flags are <c>maxText.flags</c>.</summary>
    public ContainerSettings JaxTpu { get; init; } = new();

    /// <summary>The HTTP front. On the leader.</summary>
    public ContainerSettings JetstreamHttp { get; init; } = new();

    /// <summary>The Pathways worker, which holds the chips. One on every host.</summary>
    public ContainerSettings Worker { get; init; } = new();

    /// <summary>Every container by its key.</summary>
    public IEnumerable<(string Key, ContainerSettings Container)> All =>
        [
            ("pathwaysProxy", PathwaysProxy),
            ("pathwaysRm", PathwaysRm),
            ("jaxTpu", JaxTpu),
            ("jetstreamHttp", JetstreamHttp),
            ("worker", Worker),
        ];
}
