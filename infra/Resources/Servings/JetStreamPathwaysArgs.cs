using Infra.Model.Names;
using Infra.Model.Servings;
using Pulumi;

namespace Infra.Resources.Servings;

/// <summary>The arguments of a <see cref="JetStreamPathways"/>.</summary>
public sealed class JetStreamPathwaysArgs : ResourceArgs
{
    /// <summary>What to serve, and how. Required; it decides which objects exist and so cannot wait for an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>Where Pathways keeps temporary data: <c>gs://BUCKET/PATH</c>. Required.</summary>
    [Input("scratchLocation", required: true)]
    public required Input<string> ScratchLocation { get; init; }

    /// <summary>The release of the LeaderWorkerSet controller. Default: null, one that is not known.</summary>
    public LeaderWorkerSetVersion? Controller { get; init; }

    /// <summary>The node pools of its slices. The smoke test runs again when one of them is replaced. Default: none of this stack.</summary>
    public IReadOnlyList<Resource> NodePools { get; init; } = [];

    /// <summary>What the engine calls when the serving cannot be deployed. Default: nothing.</summary>
    public ErrorHook? OnFailure { get; init; }

    [Input("secrets")]
    private InputMap<string>? _secrets;

    /// <summary>The texts of the secrets that containers refer to, by key. Default: none.</summary>
    public InputMap<string> Secrets
    {
        get => _secrets ??= [];
        set => _secrets = value;
    }

    /// <summary>
    /// The revision of the pods where a smoke test has to look for them alone: where nobody waits for them, or the controller may call the
    /// former ones available. Elsewhere null: the pods that answer are the ones that were waited for.
    /// </summary>
    internal string? RevisionToProve =>
        !Serving.HasSmokeTest || (Serving.WaitUntilReady && Controller is { ObservesGeneration: true })
            ? null
            : ServingRevision.OfPods(Serving);
}
