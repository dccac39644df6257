namespace Infra.Resources.Observability;

/// <summary>A metric in the queries of dashboards and alerts.</summary>
/// <param name="Name">Its name at its source.</param>
/// <param name="Source">What exports it.</param>
/// <param name="Suffix">The suffix that the Prometheus client adds to counters and histogram buckets. Default: none.</param>
/// <remarks>
/// Sources: jetstream/core/metrics/prometheus.py and orchestrator.py of AI-Hypercomputer/JetStream; the package of kube state metrics that
/// GKE collects ("Collect and view kube state metrics"; components POD and STATEFULSET); the list "GKE system metrics" of Cloud Monitoring
/// and, for chips, "About TPUs in GKE".
/// </remarks>
internal sealed record Metric(string Name, MetricSource Source, string Suffix = "")
{
    /// <summary>The fraction of decode slots in use of each generate engine: 0 to 1, in spite of its name.</summary>
    public static Metric SlotsUsed { get; } = Server("jetstream_slots_used_percentage");

    /// <summary>Prompts in the prefill queue.</summary>
    public static Metric PrefillBacklog { get; } = Server("jetstream_prefill_backlog_size");

    /// <summary>Prompts in the transfer queue between prefill and generate. JetStream sets it once, at startup: it stays 0.</summary>
    public static Metric TransferBacklog { get; } = Server("jetstream_transfer_backlog_size");

    /// <summary>Prompts in the generate queue. JetStream sets it once, at startup: it stays 0.</summary>
    public static Metric GenerateBacklog { get; } = Server("jetstream_generate_backlog_size");

    /// <summary>Seconds from the start of a prompt's prefill to its first token, without the time in the queue.</summary>
    public static Metric TimeToFirstToken { get; } = Server("jetstream_time_to_first_token", "_bucket");

    /// <summary>Completed prompts.</summary>
    public static Metric RequestsAnswered { get; } = Server("jetstream_request_success_count", "_total");

    /// <summary>Desired pods of a StatefulSet.</summary>
    public static Metric DesiredLeaders { get; } = State("kube_statefulset_replicas");

    /// <summary>Ready pods of a StatefulSet.</summary>
    public static Metric ReadyLeaders { get; } = State("kube_statefulset_status_replicas_ready");

    /// <summary>1 for the current phase of a pod.</summary>
    public static Metric PodPhase { get; } = State("kube_pod_status_phase");

    /// <summary>Seconds since a container started.</summary>
    public static Metric Uptime { get; } = Gke("kubernetes.io/container/uptime");

    /// <summary>TPU duty cycle in percent, reported by the runtime in the container.</summary>
    public static Metric DutyCycle { get; } = Gke("kubernetes.io/container/accelerator/duty_cycle");

    /// <summary>Bytes of a chip's memory in use, reported by the runtime in the container.</summary>
    public static Metric MemoryUsed { get; } = Gke("kubernetes.io/container/accelerator/memory_used");

    /// <summary>Bytes of a chip's memory, reported by the runtime in the container.</summary>
    public static Metric MemoryTotal { get; } = Gke("kubernetes.io/container/accelerator/memory_total");

    /// <summary>TensorCore utilization in percent, reported by the node.</summary>
    public static Metric TensorCoreUse { get; } = Gke("kubernetes.io/container/accelerator/tensorcore_utilization");

    /// <summary>The name of its series in PromQL.</summary>
    /// <remarks>Source: "Mapping Cloud Monitoring metrics to PromQL": the first slash becomes a colon, any other special character <c>_</c>.</remarks>
    public string Series =>
        Source == MetricSource.Gke && Name.Split('/', 2) is [var domain, var path]
            ? $"{domain.Replace('.', '_')}:{path.Replace('/', '_')}"
            : Name + Suffix;

    private static Metric Server(string name, string suffix = "") => new(name, MetricSource.ModelServer, suffix);

    private static Metric State(string name) => new(name, MetricSource.KubernetesState);

    private static Metric Gke(string name) => new(name, MetricSource.Gke);
}

/// <summary>What exports a metric, which determines its labels.</summary>
internal enum MetricSource
{
    /// <summary>The model server; the serving's <see cref="PodMonitoring"/> collects it.</summary>
    ModelServer,

    /// <summary>GKE's kube-state-metrics.</summary>
    KubernetesState,

    /// <summary>GKE, as a system metric of containers.</summary>
    Gke,
}
