namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>A LeaderWorkerSet that probes whether the webhooks admit LeaderWorkerSets.</summary>
public static class WebhookProbeManifest
{
    /// <summary>The object as JSON. It requests no pods and is valid in every release, so that only an unavailable webhook rejects it.</summary>
    public const string Json =
        """{"apiVersion":"leaderworkerset.x-k8s.io/v1","kind":"LeaderWorkerSet",""" + Metadata + "," + Spec + "}";

    private const string Metadata = $$"""
        "metadata":{"name":"{{WebhookReadinessCheck.Name}}","namespace":"{{LeaderWorkerSetController.Namespace}}"}
        """;

    private const string Spec = """
        "spec":{"replicas":0,"leaderWorkerTemplate":{"size":1,"workerTemplate":{"spec":{"containers":[{"name":"none","image":"none"}]}}}}
        """;
}
