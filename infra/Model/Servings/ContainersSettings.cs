namespace Infra.Model.Servings;

/// <summary>Settings of the single containers of a serving.</summary>
public sealed record ContainersSettings
{
    /// <summary>The Pathways proxy, through which JAX reaches the slices. On the leader. Requests by default 16 CPU and 100 GB.</summary>
    public ContainerSettings? PathwaysProxy { get; init; }

    /// <summary>The Pathways resource manager, which knows the slices. On the leader. Requests by default 8 CPU and 32 GB.</summary>
    public ContainerSettings? PathwaysRm { get; init; }

    /// <summary>JetStream with MaxText, which runs the model. On the leader. Its flags are <c>maxText.flags</c>.</summary>
    public ContainerSettings? JaxTpu { get; init; }

    /// <summary>The HTTP front. On the leader.</summary>
    public ContainerSettings? JetstreamHttp { get; init; }

    /// <summary>The Pathways worker, which holds the chips. One on every host.</summary>
    public ContainerSettings? Worker { get; init; }

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public ContainersSettings Over(ContainersSettings? below) =>
        new()
        {
            PathwaysProxy = PathwaysProxy?.Over(below?.PathwaysProxy) ?? below?.PathwaysProxy,
            PathwaysRm = PathwaysRm?.Over(below?.PathwaysRm) ?? below?.PathwaysRm,
            JaxTpu = JaxTpu?.Over(below?.JaxTpu) ?? below?.JaxTpu,
            JetstreamHttp = JetstreamHttp?.Over(below?.JetstreamHttp) ?? below?.JetstreamHttp,
            Worker = Worker?.Over(below?.Worker) ?? below?.Worker,
        };
}
