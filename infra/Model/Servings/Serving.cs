using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Names;
using Infra.Model.Tpu;

namespace Infra.Model.Servings;

/// <summary>One model to serve.</summary>
/// <remarks>
/// What is left out comes from the preset, and else from the defaults named here. What follows from other settings (the size of
/// a group, node selectors, limits, Pathways' instance type and count) cannot be set.
/// </remarks>
public sealed partial record Serving
{
    /// <summary>Names the serving and its LeaderWorkerSet. Required, unique in the stack.</summary>
    [RegularExpression(KubernetesName.Pattern)]
    [Accepted(KubernetesName.Accepted)]
    public required string Name { get; init; }

    /// <summary>
    /// What to start from: a preset of the program, or the path of a YAML file with settings of a serving, relative to <c>Pulumi.yaml</c>.
    /// Default: none.
    /// </summary>
    public PresetName? Preset { get; init; }

    /// <summary>The topology of each slice, such as <c>4x4</c>. Required where no preset says it.</summary>
    public required Topology Topology { get; init; }

    /// <summary>
    /// The machine type of each host. Default: the only one that the topology comes in; 2x4 comes in two and has to say it.
    /// </summary>
    public MachineType? MachineType { get; init; }

    /// <summary>
    /// Slices in each replica. Default 1, which serves in one place; 2 separates prefill from generate (disaggregated serving).
    /// </summary>
    [Range(1, 64)]
    public required int Slices { get; init; }

    /// <summary>Independent copies, each on slices of its own. Default 1.</summary>
    [Range(0, 1_000_000)]
    public required int Replicas { get; init; }

    /// <summary>The Kubernetes namespace. Default: the one that the cluster's access names, mostly <c>default</c>.</summary>
    [RegularExpression(KubernetesName.Pattern)]
    [Accepted(KubernetesName.Accepted)]
    public string? Namespace { get; init; }

    /// <summary>The model's checkpoint in Cloud Storage, converted for MaxText. Required.</summary>
    public required GcsPath Checkpoint { get; init; }

    /// <summary>
    /// Where Pathways keeps temporary data. Default, where the stack makes its cluster: a folder of the stack's scratch bucket. Required in
    /// a cluster that exists.
    /// </summary>
    public GcsPath? Scratch { get; init; }

    /// <summary>How the machines of the slices are had, where the stack makes them. Default: on demand.</summary>
    public required Capacity Capacity { get; init; }

    /// <summary>
    /// Whether the serving runs. Default <c>true</c>; <c>false</c> leaves out its node pools and itself, so that no chip waits while the
    /// checkpoint is being copied into a bucket made for it.
    /// </summary>
    public required bool Deployed { get; init; }

    /// <summary>MaxText's configuration and flags.</summary>
    public required MaxTextSettings MaxText { get; init; }

    /// <summary>
    /// The model's dimensions, for the estimate of its memory. Default: those of the model that MaxText is told to serve, where that is known
    /// here.
    /// </summary>
    public ArchitectureSettings? Architecture { get; init; }

    /// <summary>A ready-made set of XLA flags for the Pathways proxy. Default <c>none</c>.</summary>
    public required XlaFlagSet XlaFlags { get; init; }

    /// <summary>The container images.</summary>
    public required ImageSettings Images { get; init; }

    /// <summary>Settings of single containers.</summary>
    public ContainersSettings Containers { get; init; } = new();

    /// <summary>How long the model may take to start, and when it counts as dead or not ready.</summary>
    public required ProbesSettings Probes { get; init; }

    /// <summary>
    /// Node labels that the pods require besides those that follow from the slice; <c>null</c> drops one of those. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string?> NodeSelector { get; init; } =
        ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>
    /// Whether workers tolerate the taint of TPU nodes openly instead of relying on GKE to add that to pods that ask for chips.
    /// Default <c>true</c>.
    /// </summary>
    public required bool WorkerToleration { get; init; }

    /// <summary>The Service in front of the model.</summary>
    public required ServiceSettings Service { get; init; }

    /// <summary>
    /// Whether a deployment waits until the model answers health checks, and fails when it never does. Default <c>true</c>. It waits as long
    /// as <c>probes.startup</c> lets the model load, a quarter of that (at least 10 minutes) for images, and an hour where pods bring the
    /// machines; an update that long for each replica. Below LeaderWorkerSet v0.9, whose word on an update may be an old one, only the smoke
    /// test proves an update. Switching it starts the groups anew, where there is a smoke test: one that nothing waits for finds the newest
    /// pods by a label.
    /// </summary>
    public required bool WaitUntilReady { get; init; }

    /// <summary>The prompt that a deployment ends with.</summary>
    public required SmokeTest SmokeTest { get; init; }

    /// <summary>
    /// Whether pods that are ready are kept from being evicted (a <c>PodDisruptionBudget</c>). Default <c>false</c>. It is a best effort: it
    /// refuses evictions one by one, GKE overrides it after an hour during upgrades, and no machine that fails asks.
    /// </summary>
    public required bool DisruptionBudget { get; init; }

    /// <summary>What is measured, and who is told.</summary>
    public required MonitoringSettings Monitoring { get; init; }

    /// <summary>A file of prompts to answer. Default: none.</summary>
    public Batch? Batch { get; init; }
}
