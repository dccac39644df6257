using Infra.Model.Names;
using Infra.Model.Servings;
using Pulumi;

namespace Infra.Resources.Servings;

/// <summary>The arguments of a <see cref="JetStreamPathways"/>.</summary>
public sealed class JetStreamPathwaysArgs : ResourceArgs
{
    /// <summary>The serving. Required; it determines which objects exist and therefore cannot be an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>The location of temporary data of Pathways: <c>gs://BUCKET/PATH</c>. Required.</summary>
    [Input("scratchLocation", required: true)]
    public required Input<string> ScratchLocation { get; init; }

    /// <summary>The release of the LeaderWorkerSet controller. Default: null, unknown.</summary>
    public LeaderWorkerSetVersion? Controller { get; init; }

    /// <summary>The node pools of its slices; replacing one repeats the smoke test. Default: none in this stack.</summary>
    public IReadOnlyList<Resource> NodePools { get; init; } = [];

    /// <summary>The error hook of its LeaderWorkerSet and smoke test. Default: none.</summary>
    public ErrorHook? OnFailure { get; init; }

    [Input("secrets")]
    private InputMap<string>? _secrets;

    /// <summary>The values of the secrets that containers refer to, by key. Default: none.</summary>
    public InputMap<string> Secrets
    {
        get => _secrets ??= [];
        set => _secrets = value;
    }

    /// <summary>
    /// The revision of the pods that the smoke test must address; null if all ready pods are of this revision, because the rollout is awaited and
    /// the controller reports it reliably.
    /// </summary>
    internal string? SmokeTestRevision =>
        !Serving.HasSmokeTest || (Serving.WaitUntilReady && Controller is { ObservesGeneration: true })
            ? null
            : ServingRevision.ComputeForPods(Serving);
}
