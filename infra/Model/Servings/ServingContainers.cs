using Infra.Configuration;
using Infra.Configuration.Binding;

namespace Infra.Model.Servings;

/// <summary>The containers' own settings, with every default filled in.</summary>
/// <param name="PathwaysProxy">The Pathways proxy.</param>
/// <param name="PathwaysRm">The Pathways resource manager.</param>
/// <param name="JaxTpu">JetStream with MaxText.</param>
/// <param name="JetstreamHttp">The HTTP front.</param>
/// <param name="Worker">The Pathways worker.</param>
public sealed record ServingContainers(
    ServingContainer PathwaysProxy,
    ServingContainer PathwaysRm,
    ServingContainer JaxTpu,
    ServingContainer JetstreamHttp,
    ServingContainer Worker
)
{
    /// <summary>Every container.</summary>
    public IEnumerable<ServingContainer> All => [PathwaysProxy, PathwaysRm, JaxTpu, JetstreamHttp, Worker];

    /// <summary>The containers of settings over which the defaults were laid.</summary>
    public static ServingContainers From(ContainersSettings? containers) =>
        new(
            ServingContainer.From(containers?.PathwaysProxy),
            ServingContainer.From(containers?.PathwaysRm),
            ServingContainer.From(containers?.JaxTpu),
            ServingContainer.From(containers?.JetstreamHttp),
            ServingContainer.From(containers?.Worker)
        );
}

/// <summary>One container's own settings.</summary>
/// <param name="Flags">Flags after those that follow from other settings.</param>
/// <param name="Env">Environment variables after those that the container needs anyway.</param>
/// <param name="Requests">What it is promised, by resource.</param>
/// <param name="Limits">What it may not exceed, by resource.</param>
/// <param name="Capabilities">Linux capabilities to add.</param>
public sealed record ServingContainer(
    FlagList Flags,
    IReadOnlyList<EnvSettings> Env,
    IReadOnlyDictionary<string, string> Requests,
    IReadOnlyDictionary<string, string> Limits,
    IReadOnlyList<string> Capabilities
)
{
    private static readonly ServingContainer Empty = From(new ContainerSettings());

    /// <summary>The container of settings over which the defaults were laid.</summary>
    public static ServingContainer From(ContainerSettings? container) =>
        container is null
            ? Empty
            : new(
                container.Flags ?? FlagList.Empty,
                container.Env ?? [],
                Maps.WithoutNulls(container.Resources?.Requests),
                Maps.WithoutNulls(container.Resources?.Limits),
                container.Capabilities ?? []
            );
}
