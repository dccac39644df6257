using Infra.Model.Names;
using Infra.Model.Tpu;
using StackConfig.Binding;

namespace Infra.Model.Servings;

/// <content>What follows from the settings of a serving.</content>
public sealed partial record Serving
{
    /// <summary>The label that ties pods to the node pools of their serving, where the stack creates those.</summary>
    public const string PoolLabel = "jetstream-pathways/serving";

    /// <summary>The namespace that every cluster has, and every kubeconfig that is created from a cluster's name.</summary>
    public const string DefaultNamespace = "default";

    /// <summary>Where it runs. Default: in the cluster of the current context.</summary>
    public DeploymentTarget Target { get; internal init; } = new(new(), null);

    /// <summary>The namespace; <c>default</c> if none is set.</summary>
    public string NamespaceName => Namespace ?? DefaultNamespace;

    /// <summary>The slice that each replica has one or more of.</summary>
    /// <exception cref="InvalidOperationException">The topology does not come in the machine type; the loader refuses such a serving.</exception>
    public TpuSlice Slice =>
        Generation.FindSlice(Topology, MachineType)
        ?? throw new InvalidOperationException($"{Generation} has no slice of {Topology} with {MachineType}.");

    /// <summary>Whether JetStream and MaxText are those of the generation's default image, whose behavior is known.</summary>
    public bool HasDefaultJetStream => Images.JetStream.Split('@')[0] == Generation.Images["jetStream"];

    /// <summary>Where Pathways keeps temporary data: what the settings say, or else a folder of the stack's scratch bucket.</summary>
    /// <exception cref="InvalidOperationException">There is neither; the loader refuses such a serving.</exception>
    public GcsPath ScratchLocation =>
        Scratch
        ?? Target.ScratchLocation(Name)
        ?? throw new InvalidOperationException($"There is no scratch location for {Name}.");

    /// <summary>Whether the stack creates the node pools of its slices.</summary>
    public bool CreatesNodePools => Target.IsManaged;

    /// <summary>Node labels that every pod requires: those of the slice, of the serving's own pools, and of the settings.</summary>
    public IReadOnlyDictionary<string, string> NodeLabels
    {
        get
        {
            var labels = new SortedList<string, string>(StringComparer.Ordinal);
            var own = CreatesNodePools
                ? [KeyValuePair.Create(PoolLabel, Name)]
                : Array.Empty<KeyValuePair<string, string>>();
            foreach (var (name, value) in Slice.NodeLabels.Concat(own))
            {
                labels[name] = value;
            }

            foreach (var (name, value) in NodeSelector)
            {
                _ = value is null ? labels.Remove(name) : (labels[name] = value) is not null;
            }

            return labels;
        }
    }

    /// <summary>MaxText's flags in order, with those that follow from other settings.</summary>
    public FlagList MaxTextFlags
    {
        get
        {
            var flags = MaxText.Flags.With(ServingFlags.LoadParametersPath, Checkpoint.Text);
            return Monitoring.MetricsPort is { } port ? flags.With(ServingFlags.PrometheusPort, $"{port}") : flags;
        }
    }

    /// <summary>Whether its pods may have to wait for machines: their pools grow only when pods ask for them.</summary>
    public bool WaitsForMachines => !CreatesNodePools || Capacity.Kind == CapacityKind.FlexStart;

    /// <summary>Workers in a replica: one on each host of each slice.</summary>
    public int Workers => Slice.Hosts * Slices;

    /// <summary>Chips of all slices of all replicas.</summary>
    public long TotalChips => (long)Slice.Chips * Slices * Replicas;

    /// <summary>Pods in a replica: the workers and the leader, which shares a host with the first of them.</summary>
    public int GroupSize => Workers + 1;

    /// <summary>Whether prefill and generate have slices of their own.</summary>
    public bool IsDisaggregated => Slices > 1;

    /// <summary>The Service's name.</summary>
    public string ServiceName => Service.Name ?? $"{Name}-http";

    /// <summary>Where it answers inside the cluster; without a namespace, to pods of its own.</summary>
    public string Address => GetAddress(ServiceName);

    /// <summary>Whether a deployment ends with a prompt: not without replicas.</summary>
    public bool HasSmokeTest => SmokeTest.Enabled && Replicas > 0;

    /// <summary>The name of the Service that the smoke test may need for itself.</summary>
    public string SmokeTestServiceName => $"{Name}-smoke-test";

    /// <summary>Whether there is a dashboard.</summary>
    public bool HasDashboard => Monitoring.Dashboard ?? Target.IsClusterKnown;

    /// <summary>Whether there are alerts.</summary>
    public bool HasAlerts => Monitoring.Alerts ?? Target.IsClusterKnown;

    /// <summary>Whether anything is created to observe it.</summary>
    public bool IsObserved => Monitoring.CollectsMetrics || HasDashboard || HasAlerts;

    /// <summary>The keys of the encrypted settings that containers refer to, sorted.</summary>
    public IReadOnlyList<string> Secrets =>
        [
            .. Containers
                .All.SelectMany(one => one.Container.Env)
                .Select(variable => variable.Secret)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The name of the Kubernetes Secret that holds their texts.</summary>
    public string SecretName => $"{Name}-env";

    /// <summary>Where one of its Services answers inside the cluster; without a namespace, to pods of its own.</summary>
    public string GetAddress(string service) => GetUrl(Namespace is null ? service : $"{service}.{Namespace}.svc");

    /// <summary>Where it answers at the port of its Service.</summary>
    /// <param name="host">A host name or IP address of the Service.</param>
    public string GetUrl(string host) => $"http://{host}:{Service.Port}";
}
