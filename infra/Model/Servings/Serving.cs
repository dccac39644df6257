using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Names;
using Infra.Model.Tpu;
using StackConfig.Binding;

namespace Infra.Model.Servings;

/// <summary>One model to serve.</summary>
/// <remarks>
/// Omitted settings come from the preset, or else from the defaults. Values that are derived from other settings (group size, node selectors,
/// limits, the Pathways instance type and count) cannot be set.
/// </remarks>
[Misnomer("flags", "maxText.flags")]
[Misnomer("model", "maxText.flags: - model_name")]
[Misnomer("model_name", "maxText.flags: - model_name")]
[Misnomer("spot", "capacity.kind: spot")]
public sealed partial record Serving
{
    /// <summary>
    /// The name of the serving and its LeaderWorkerSet. Required, unique in the stack. From 11 replicas it has at most 49 characters, from 101
    /// replicas 48, and so on.
    /// </summary>
    [RegularExpression(LeaderWorkerSetName.Pattern)]
    [Expected(LeaderWorkerSetName.Accepted)]
    public required string Name { get; init; }

    /// <summary>
    /// A preset to start from: the name of a built-in preset, or the path of a YAML file with the settings of a serving except `name` and `preset`, relative to
    /// <c>Pulumi.yaml</c>. Default: none.
    /// </summary>
    public PresetName? Preset { get; init; }

    /// <summary>The TPU generation of each slice.</summary>
    public required TpuGeneration Generation { get; init; }

    /// <summary>The topology of each slice, such as <c>4x4</c>. Required unless a preset sets it.</summary>
    public required Topology Topology { get; init; }

    /// <summary>
    /// The machine type of each host. Default: the one that GKE offers for the topology. Required for 2x4, which GKE offers with two.
    /// </summary>
    public MachineType? MachineType { get; init; }

    /// <summary>
    /// Slices per replica. Default 1; 2 runs prefill and generate on separate slices (disaggregated serving).
    /// </summary>
    [Range(1, 64)]
    public required int Slices { get; init; }

    /// <summary>Independent replicas, each on its own slices. Default 1.</summary>
    [Range(0, 1_000_000)]
    public required int Replicas { get; init; }

    /// <summary>
    /// The Kubernetes namespace, which the stack creates in a managed cluster and which must exist in an existing one. Default: the namespace of the
    /// kubeconfig, usually <c>default</c>.
    /// </summary>
    [RegularExpression(KubernetesName.Pattern)]
    [Expected(KubernetesName.Accepted)]
    public string? Namespace { get; init; }

    /// <summary>The model's checkpoint in Cloud Storage, converted for MaxText. Required.</summary>
    public required GcsPath Checkpoint { get; init; }

    /// <summary>
    /// The Cloud Storage location for temporary data of Pathways. Default for a managed cluster: a folder in the stack's scratch bucket.
    /// Required for an existing cluster.
    /// </summary>
    public GcsPath? Scratch { get; init; }

    /// <summary>How TPU capacity is provisioned (managed clusters only). Default: on-demand capacity.</summary>
    public required Capacity Capacity { get; init; }

    /// <summary>
    /// Whether the serving is deployed. Default <c>true</c>; <c>false</c> creates neither the serving nor its node pools, so that no chip is idle
    /// while the checkpoint is copied into a bucket that the stack creates.
    /// </summary>
    public required bool Deployed { get; init; }

    /// <summary>MaxText's configuration and flags.</summary>
    public required MaxTextSettings MaxText { get; init; }

    /// <summary>
    /// The model's dimensions, from which its memory is estimated. Default: those of the flag <c>model_name</c>, if it names a
    /// known model.
    /// </summary>
    public ModelArchitecture? Architecture { get; init; }

    /// <summary>A predefined set of XLA flags for the Pathways proxy. Default <c>none</c>.</summary>
    public required XlaFlagSet XlaFlags { get; init; }

    /// <summary>The container images.</summary>
    public required ImageSettings Images { get; init; }

    /// <summary>Settings of individual containers.</summary>
    public ContainersSettings Containers { get; init; } = new();

    /// <summary>The probes of the model server: how long it may take to start, and when it counts as dead or not ready.</summary>
    public required ProbesSettings Probes { get; init; }

    /// <summary>
    /// Node labels that the pods require besides those derived from the slice; <c>null</c> removes one of those. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string?> NodeSelector { get; init; } =
        ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>
    /// Whether workers tolerate the taint of TPU nodes explicitly instead of relying on GKE, which adds the toleration to pods that request
    /// chips. Default <c>true</c>.
    /// </summary>
    public required bool WorkerToleration { get; init; }

    /// <summary>The Service in front of the model.</summary>
    public required ServiceSettings Service { get; init; }

    /// <summary>
    /// Whether a deployment waits until the model passes health checks, and fails if it does not in time. Default <c>true</c>. The timeout is
    /// the startup budget of <c>probes.startup</c>, a quarter of it (at least 10 minutes) for image pulls, and an hour where nodes are provisioned
    /// on demand for the pods; for an update, that time per replica. Before LeaderWorkerSet v0.9 the Available condition can be stale after
    /// an update, so only the smoke test is conclusive. From v0.9, toggling this setting restarts the groups of a serving with a
    /// smoke test: if the deployment does not wait, the smoke test identifies the updated pods by a label.
    /// </summary>
    public required bool WaitUntilReady { get; init; }

    /// <summary>The prompt that is sent at the end of a deployment.</summary>
    public required SmokeTest SmokeTest { get; init; }

    /// <summary>
    /// Whether a <c>PodDisruptionBudget</c> protects ready pods from eviction. Default <c>false</c>. Protection is best effort: it refuses
    /// voluntary evictions, GKE overrides it after an hour during upgrades, and it does not apply to node failures.
    /// </summary>
    public required bool DisruptionBudget { get; init; }

    /// <summary>Metrics, dashboard and alerts.</summary>
    public required MonitoringSettings Monitoring { get; init; }

    /// <summary>A batch of prompts from a file. Default: none.</summary>
    public Batch? Batch { get; init; }
}
