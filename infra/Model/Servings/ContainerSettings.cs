using Infra.Configuration.Binding;

namespace Infra.Model.Servings;

/// <summary>Settings of one container.</summary>
public sealed record ContainerSettings
{
    /// <summary>
    /// Flags that are appended to those that follow from other settings, as <c>--name=value</c>, each one a <c>name: value</c>.
    /// Default: none. Proxy, resource manager and worker only.
    /// </summary>
    public FlagList Flags { get; init; } = FlagList.Empty;

    /// <summary>Environment variables, after those that the container needs anyway. Default: none.</summary>
    public IReadOnlyList<EnvSettings> Env { get; init; } = [];

    /// <summary>What the container asks for and may use besides chips, which follow from the slice.</summary>
    public ResourceSettings Resources { get; init; } = new();

    /// <summary>Linux capabilities to add, such as <c>SYS_PTRACE</c>. Default: none.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}
