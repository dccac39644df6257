namespace Infra.Resources.Observability;

/// <summary>A metric that queries of dashboards and alerts may name.</summary>
/// <param name="Name">Its name at its source.</param>
/// <param name="Source">Who measures it.</param>
/// <param name="Suffix">What Prometheus' client puts behind the name of a counter or of a histogram's buckets. Default: nothing.</param>
/// <remarks>
/// Sources: jetstream/core/metrics/prometheus.py and orchestrator.py of AI-Hypercomputer/JetStream; the package of kube state metrics that
/// GKE collects ("Collect and view kube state metrics"; components POD and STATEFULSET); the list "GKE system metrics" of Cloud Monitoring
/// and, for chips, "About TPUs in GKE".
/// </remarks>
internal sealed record Metric(string Name, MetricSource Source, string Suffix = "")
{
    /// <summary>The part of the decode slots that is in use, from 0 to 1 in spite of its name, for each generate engine.</summary>
    public static Metric SlotsUsed { get; } = Server("jetstream_slots_used_percentage");

    /// <summary>Prompts that wait for prefill.</summary>
    public static Metric PrefillBacklog { get; } = Server("jetstream_prefill_backlog_size");

    /// <summary>Prompts that wait to go from prefill to generate. JetStream looks once, when it starts: it stays 0.</summary>
    public static Metric TransferBacklog { get; } = Server("jetstream_transfer_backlog_size");

    /// <summary>Prompts that wait for a slot. JetStream looks once, when it starts: it stays 0.</summary>
    public static Metric GenerateBacklog { get; } = Server("jetstream_generate_backlog_size");

    /// <summary>Seconds from the beginning of a prompt's prefill to its first token; the time in the queue is not in it.</summary>
    public static Metric TimeToFirstToken { get; } = Server("jetstream_time_to_first_token", "_bucket");

    /// <summary>Prompts that were answered to their end.</summary>
    public static Metric RequestsAnswered { get; } = Server("jetstream_request_success_count", "_total");

    /// <summary>Pods that a StatefulSet is to have.</summary>
    public static Metric DesiredLeaders { get; } = State("kube_statefulset_replicas");

    /// <summary>Pods of a StatefulSet that are ready.</summary>
    public static Metric ReadyLeaders { get; } = State("kube_statefulset_status_replicas_ready");

    /// <summary>1 for the phase that a pod is in.</summary>
    public static Metric PodPhase { get; } = State("kube_pod_status_phase");

    /// <summary>Seconds since a container started.</summary>
    public static Metric Uptime { get; } = Gke("kubernetes.io/container/uptime");

    /// <summary>Percent of the time in which a chip worked. Told by the runtime in the container.</summary>
    public static Metric DutyCycle { get; } = Gke("kubernetes.io/container/accelerator/duty_cycle");

    /// <summary>Bytes of a chip's memory in use. Told by the runtime in the container.</summary>
    public static Metric MemoryUsed { get; } = Gke("kubernetes.io/container/accelerator/memory_used");

    /// <summary>Bytes of a chip's memory. Told by the runtime in the container.</summary>
    public static Metric MemoryTotal { get; } = Gke("kubernetes.io/container/accelerator/memory_total");

    /// <summary>Percent of what a chip's TensorCores could do. Told by the node.</summary>
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

/// <summary>Who measures a metric, and with which labels.</summary>
internal enum MetricSource
{
    /// <summary>The model server; the serving's <see cref="PodMonitoring"/> collects it.</summary>
    ModelServer,

    /// <summary>GKE's own kube-state-metrics.</summary>
    KubernetesState,

    /// <summary>GKE, as a system metric of containers.</summary>
    Gke,
}
