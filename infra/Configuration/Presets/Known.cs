using Infra.Model.Names;
using Infra.Model.Tpu;

namespace Infra.Configuration.Presets;

/// <summary>Texts of presets and defaults as the types that settings have.</summary>
internal static class Known
{
    /// <summary>A name that is known to be one.</summary>
    public static KubernetesName Name(string text) =>
        KubernetesName.TryParse(text, out var name) ? name : throw new ArgumentException(text, nameof(text));

    /// <summary>The name of a variable that is known to be one.</summary>
    public static EnvName Variable(string text) =>
        EnvName.TryParse(text, out var name) ? name : throw new ArgumentException(text, nameof(text));

    /// <summary>A topology that is known to be one.</summary>
    public static Topology Topology(string text) =>
        Infra.Model.Tpu.Topology.TryParse(text, out var topology)
            ? topology
            : throw new ArgumentException(text, nameof(text));
}
