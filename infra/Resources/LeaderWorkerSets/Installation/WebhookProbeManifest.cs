namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>The LeaderWorkerSet that is offered to the cluster to see whether it is admitted.</summary>
public static class WebhookProbeManifest
{
    /// <summary>The object as JSON. It asks for no pods and obeys the rules of every release, so that only a dead webhook refuses it.</summary>
    public const string Json =
        """{"apiVersion":"leaderworkerset.x-k8s.io/v1","kind":"LeaderWorkerSet",""" + Metadata + "," + Spec + "}";

    private const string Metadata = $$"""
        "metadata":{"name":"{{WebhookReadinessCheck.Name}}","namespace":"{{LeaderWorkerSetController.Namespace}}"}
        """;

    private const string Spec = """
        "spec":{"replicas":0,"leaderWorkerTemplate":{"size":1,"workerTemplate":{"spec":{"containers":[{"name":"none","image":"none"}]}}}}
        """;
}
