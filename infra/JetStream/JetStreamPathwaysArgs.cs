using Infra.Settings.Servings;
using Pulumi;

namespace Infra.JetStream;

/// <summary>The arguments of a <see cref="JetStreamPathways"/>.</summary>
public sealed class JetStreamPathwaysArgs : ResourceArgs
{
    /// <summary>What to serve, and how. Required; it decides which objects exist and so cannot wait for an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>Where Pathways keeps temporary data: <c>gs://BUCKET/PATH</c>. Required.</summary>
    [Input("scratchLocation", required: true)]
    public required Input<string> ScratchLocation { get; init; }

    [Input("secrets")]
    private InputMap<string>? _secrets;

    /// <summary>The texts of the secrets that containers refer to, by key. Default: none.</summary>
    public InputMap<string> Secrets
    {
        get => _secrets ??= [];
        set => _secrets = value;
    }
}
