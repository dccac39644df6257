using StackConfig.Binding;

namespace Infra.Model.Servings;

/// <summary>Settings of a container.</summary>
public sealed record ContainerSettings
{
    /// <summary>
    /// Flags, each a <c>name: value</c>, that are appended to the derived ones as <c>--name=value</c>. Default: none. Only for the proxy, the
    /// resource manager and the worker.
    /// </summary>
    public FlagList Flags { get; init; } = FlagList.Empty;

    /// <summary>Environment variables, after those that the container always has. Default: none.</summary>
    public IReadOnlyList<EnvSettings> Env { get; init; } = [];

    /// <summary>Resource requests and limits besides chips, which are derived from the slice.</summary>
    public ResourceSettings Resources { get; init; } = new();

    /// <summary>Linux capabilities to add, such as <c>SYS_PTRACE</c>. Default: none.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}
