using Infra.Configuration.Binding;
using Infra.Model.Memory;
using Infra.Model.Names;
using Infra.Model.Tpu;

namespace Infra.Model.Servings;

/// <summary>One model to serve, with every default filled in and everything that follows from its settings.</summary>
public sealed record Serving
{
    /// <summary>The label that ties pods to the node pools of their serving, where the stack makes those.</summary>
    public const string PoolLabel = "jetstream-pathways/serving";

    /// <summary>The namespace that every cluster has, and every kubeconfig that is made from a cluster's name.</summary>
    public const string DefaultNamespace = "default";

    /// <summary>Names the serving and its LeaderWorkerSet.</summary>
    public required string Name { get; init; }

    /// <summary>The Kubernetes namespace; null for the one that the cluster's access names.</summary>
    public string? Namespace { get; init; }

    /// <summary>The namespace, by its name also where the cluster's access names it, which is then the one of every kubeconfig.</summary>
    public string NamespaceName => Namespace ?? DefaultNamespace;

    /// <summary>The slice that each replica has one or more of.</summary>
    public required TpuSlice Slice { get; init; }

    /// <summary>Slices in each replica; more than one is disaggregated serving.</summary>
    public required int Slices { get; init; }

    /// <summary>Independent copies.</summary>
    public required int Replicas { get; init; }

    /// <summary>How the machines of its slices are had, where the stack makes them.</summary>
    public required Capacity Capacity { get; init; }

    /// <summary>Whether the stack makes the node pools of its slices.</summary>
    public required bool HasOwnPools { get; init; }

    /// <summary>Whether it runs: its slices and itself are left out where it does not.</summary>
    public required bool IsDeployed { get; init; }

    /// <summary>The model's checkpoint.</summary>
    public required GcsPath Checkpoint { get; init; }

    /// <summary>Where Pathways keeps temporary data.</summary>
    public required GcsPath Scratch { get; init; }

    /// <summary>The configuration file inside the JetStream image.</summary>
    public required string MaxTextConfig { get; init; }

    /// <summary>MaxText's flags in order, the checkpoint's among them.</summary>
    public required FlagList MaxTextFlags { get; init; }

    /// <summary>The model's dimensions where the settings state them.</summary>
    public ArchitectureSettings? Architecture { get; init; }

    /// <summary>XLA flags of the Pathways proxy, without leading dashes.</summary>
    public required FlagList XlaFlags { get; init; }

    /// <summary>The container images.</summary>
    public required ServingImages Images { get; init; }

    /// <summary>The containers' own settings.</summary>
    public required ServingContainers Containers { get; init; }

    /// <summary>The probes of the model server.</summary>
    public required ServingProbes Probes { get; init; }

    /// <summary>Node labels that every pod requires.</summary>
    public required IReadOnlyDictionary<string, string> NodeSelector { get; init; }

    /// <summary>Whether workers tolerate the taint of TPU nodes openly.</summary>
    public required bool WorkerToleration { get; init; }

    /// <summary>The Service's name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The Service's port.</summary>
    public required int ServicePort { get; init; }

    /// <summary>Whether a deployment waits until it is ready.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>The prompt that a deployment ends with; null for none, and without replicas.</summary>
    public required SmokeTest? SmokeTest { get; init; }

    /// <summary>Whether its pods are kept from being evicted.</summary>
    public required bool HasDisruptionBudget { get; init; }

    /// <summary>What is measured, and who is told.</summary>
    public required ServingMonitoring Monitoring { get; init; }

    /// <summary>A file of prompts to answer; null for none.</summary>
    public Batch? Batch { get; init; }

    /// <summary>Whether its pods may have to wait for machines: their pools grow only when pods ask for them.</summary>
    public bool WaitsForMachines => !HasOwnPools || Capacity is Capacity.FlexStart;

    /// <summary>Workers in a replica: one on each host of each slice.</summary>
    public int Workers => Slice.Hosts * Slices;

    /// <summary>Chips of all slices of all replicas.</summary>
    public int Chips => Slice.Chips * Slices * Replicas;

    /// <summary>Pods in a replica: the workers and the leader, which shares a host with the first of them.</summary>
    public int GroupSize => Workers + 1;

    /// <summary>Where it answers inside the cluster; without a namespace, to pods of its own.</summary>
    public string Address => AddressOf(ServiceName);

    /// <summary>The name of the Job that ends a deployment with a prompt, and of the Service that it may need for itself.</summary>
    public string SmokeTestName => $"{Name}-smoke-test";

    /// <summary>Whether prefill and generate have slices of their own.</summary>
    public bool IsDisaggregated => Slices > 1;

    /// <summary>The keys of the encrypted settings that containers refer to, sorted.</summary>
    public IReadOnlyList<string> Secrets =>
        [
            .. Containers
                .All.SelectMany(container => container.Env)
                .Select(variable => variable.Secret)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The name of the Kubernetes Secret that holds their texts.</summary>
    public string SecretName => $"{Name}-env";

    /// <summary>Where one of its Services answers inside the cluster; without a namespace, to pods of its own.</summary>
    public string AddressOf(string service) =>
        $"http://{(Namespace is null ? service : $"{service}.{Namespace}.svc")}:{ServicePort}";
}
