using System.Collections.Immutable;
using Infra.Model.Servings;
using Infra.Resources.Servings;

namespace Infra.Resources.Observability;

/// <summary>The alerts of a serving.</summary>
/// <param name="serving">The serving.</param>
internal sealed class ServingAlerts(Serving serving)
{
    /// <summary>The time to create nodes and pull images, unless the region is out of capacity.</summary>
    private static readonly TimeSpan Provisioning = TimeSpan.FromMinutes(20);

    /// <summary>The alerts: those from GKE's own metrics, and with collected metrics those from the model server's.</summary>
    public ImmutableArray<Alert> All =>
        serving.Monitoring.CollectsMetrics
            ? [NoLeader, CrashLooping, BacklogGrowing, SlotsFull]
            : [NoLeader, CrashLooping];

    /// <summary>
    /// Does not fire while a leader loads the checkpoint within the budget of its startup probe, but while no leader runs that could load it.
    /// </summary>
    private Alert NoLeader =>
        new("no-leader", "no leader is ready", "CRITICAL")
        {
            Conditions =
            [
                new("No leader is ready or starting", Provisioning, queries => queries.NoLeaderRunning),
                new(
                    "No leader became ready within the startup budget",
                    serving.Probes.StartupBudget + Provisioning,
                    queries => queries.NoLeaderReady
                ),
            ],
            Description =
                "Requests fail: the serving has replicas, but none of their leaders is ready. Either no leader has a node to run on, or the model "
                + "was not loaded within the budget of its startup probe.",
            Commands = [Pods, $"{Kubectl} describe pod {serving.Name}-0", LastLogs],
            RunbookSections =
            [
                RunbookSection.UpTimedOut,
                RunbookSection.NodeDied,
                RunbookSection.Stockout,
                RunbookSection.Preempted,
            ],
        };

    private Alert CrashLooping =>
        new("crash-loop", "model server is crash-looping", "ERROR")
        {
            Conditions = [new("Two or more starts within an hour", TimeSpan.Zero, queries => $"{queries.Starts} >= 2")],
            Description =
                "A model server started at least twice within an hour. A pod that restarts restarts its whole group, which then loads the "
                + "checkpoint again. A single start, after an update or a lost node, does not fire this alert.",
            Commands = [$"{Kubectl} get events --sort-by .lastTimestamp", Pods, LastLogs],
            RunbookSections = [RunbookSection.UpTimedOut, RunbookSection.NodeDied, RunbookSection.Preempted],
        };

    private Alert BacklogGrowing =>
        new("backlog", "prompt backlog is growing", "WARNING")
        {
            Conditions =
            [
                new("The prefill queue is growing", TimeSpan.FromMinutes(10), queries => queries.BacklogGrows),
            ],
            Description =
                "Prompts arrive faster than they are completed: the prefill queue was never empty and is longer than before. Latency grows until "
                + "fewer prompts arrive or replicas are added. Expected at the start of a batch.",
            Commands = [Pods, Logs],
            RunbookSections = [RunbookSection.Scale],
        };

    private Alert SlotsFull =>
        new("slots", "all decode slots are in use", "WARNING")
        {
            Conditions =
            [
                new(
                    "Nearly all decode slots of every replica are in use",
                    TimeSpan.FromMinutes(20),
                    queries => queries.SlotsAreFull
                ),
            ],
            Description =
                "Every replica has processed as many prompts concurrently as its memory holds for half an hour, so that further prompts are queued. "
                + "Expected while a batch runs.",
            Commands = [Pods, Logs],
            RunbookSections = [RunbookSection.Scale],
        };

    private string Kubectl => ServingCommands.Kubectl(serving);

    private string Pods => ServingCommands.Pods(serving);

    private string Logs => ServingCommands.Logs(serving);

    /// <summary>Cloud Logging keeps the log after the pod is deleted.</summary>
    private string LastLogs =>
        "gcloud logging read --limit 50 'resource.type=\"k8s_container\" "
        + $"resource.labels.namespace_name=\"{serving.NamespaceName}\" resource.labels.pod_name=\"{serving.Name}-0\" "
        + $"resource.labels.container_name=\"{ContainerName.JaxTpu}\"'";
}
