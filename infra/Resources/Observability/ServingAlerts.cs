using System.Collections.Immutable;
using Infra.Model.Servings;
using Infra.Resources.Servings;

namespace Infra.Resources.Observability;

/// <summary>The alerts of a serving.</summary>
/// <param name="serving">The serving.</param>
internal sealed class ServingAlerts(Serving serving)
{
    /// <summary>Nodes that are started and images that are pulled take less, unless there are none to be had.</summary>
    private static readonly TimeSpan Placement = TimeSpan.FromMinutes(20);

    /// <summary>The alerts: those that GKE's own metrics tell of, and with collected metrics those of the model server.</summary>
    public ImmutableArray<Alert> All =>
        serving.Monitoring.CollectsMetrics ? [NoLeader, StartsOver, BacklogGrows, SlotsFull] : [NoLeader, StartsOver];

    /// <summary>
    /// Loading a checkpoint is no incident for as long as the start-up probe lets it; having no leader that could load one is.
    /// </summary>
    private Alert NoLeader =>
        new("no-leader", "no ready leader", "CRITICAL")
        {
            Conditions =
            [
                new("No leader is ready, and none is starting", Placement, ask => ask.NoLeaderRuns),
                new(
                    "No leader has become ready in the time that a start may take",
                    serving.Probes.StartupBudget + Placement,
                    ask => ask.NoLeaderReady
                ),
            ],
            Meaning =
                "Prompts are not answered: the serving has replicas, and no leader of them is ready. Either none has a node to run on, or the "
                + "model has not been loaded in the time that its start-up probe allows.",
            Commands = [Pods, $"{Kubectl} describe pod {serving.Name}-0", LastWords],
            Sections =
            [
                RunbookSection.Waiting,
                RunbookSection.NodeDied,
                RunbookSection.StockOut,
                RunbookSection.Preempted,
            ],
        };

    private Alert StartsOver =>
        new("starts-over", "the model server starts over and over", "ERROR")
        {
            Conditions = [new("Two starts or more within an hour", TimeSpan.Zero, ask => $"{ask.Starts} >= 2")],
            Meaning =
                "A model server started twice or more within an hour. Any pod that restarts restarts its whole group, which loads the checkpoint "
                + "again. One start is an update or a node that went, and raises no alert.",
            Commands = [$"{Kubectl} get events --sort-by .lastTimestamp", Pods, LastWords],
            Sections = [RunbookSection.Waiting, RunbookSection.NodeDied, RunbookSection.Preempted],
        };

    private Alert BacklogGrows =>
        new("backlog", "more and more prompts wait", "WARNING")
        {
            Conditions = [new("The queue before prefill grows", TimeSpan.FromMinutes(10), ask => ask.BacklogGrows)],
            Meaning =
                "Prompts come faster than they are answered: some have been waiting all the time, and more of them than before. Answers get later "
                + "and later until fewer come or there are more replicas. At the beginning of a batch this is no fault.",
            Commands = [Pods, Logs],
            Sections = [RunbookSection.Scale],
        };

    private Alert SlotsFull =>
        new("slots", "all slots are in use", "WARNING")
        {
            Conditions =
            [
                new("Nearly all slots of every replica are in use", TimeSpan.FromMinutes(20), ask => ask.SlotsAreFull),
            ],
            Meaning =
                "Every replica answers as many prompts at a time as its memory holds, and has done so for half an hour: another prompt waits. While "
                + "a batch runs that is as it should be.",
            Commands = [Pods, Logs],
            Sections = [RunbookSection.Scale],
        };

    private string Kubectl => ServingCommands.Kubectl(serving);

    private string Pods => ServingCommands.Pods(serving);

    private string Logs => ServingCommands.Logs(serving);

    /// <summary>The log outlives the pod in Cloud Logging.</summary>
    private string LastWords =>
        "gcloud logging read --limit 50 'resource.type=\"k8s_container\" "
        + $"resource.labels.namespace_name=\"{serving.NamespaceName}\" resource.labels.pod_name=\"{serving.Name}-0\" "
        + $"resource.labels.container_name=\"{ContainerName.JaxTpu}\"'";
}
