using System.Collections.Frozen;

namespace Infra.Reports;

/// <summary>The noun for a kind of resource, and the impact on its users.</summary>
/// <param name="Noun">One of the kind.</param>
/// <param name="Replaced">The impact of a replacement; null for none.</param>
/// <param name="Deleted">The impact of a deletion; null for none.</param>
internal sealed record ImpactPhrases(string Noun, string? Replaced = null, string? Deleted = null)
{
    private const string Gone = "everything inside is deleted";
    private const string InUse = "this fails while anything is attached to it";
    private const string Instances =
        "all custom resources of that kind are deleted from the cluster, including those of other stacks";

    private static readonly FrozenDictionary<string, ImpactPhrases> ByKind = new Dictionary<string, ImpactPhrases>(
        StringComparer.Ordinal
    )
    {
        ["Account"] = new(
            "service account",
            "workloads lose access until they run as the new account",
            "workloads that run as it lose their access"
        ),
        ["AlertPolicy"] = new("alert policy", Deleted: "alerts stop"),
        ["Bucket"] = new("bucket"),
        ["BucketIAMMember"] = new("IAM grant"),
        ["Cluster"] = new(
            "cluster",
            "everything in it is deleted; no model answers until the cluster and its node pools are created and the models are loaded again",
            "everything in it is deleted; no model answers any more"
        ),
        ["ConfigMap"] = new(
            "ConfigMap",
            "pods see the new content once they restart",
            "pods that still use it cannot start"
        ),
        ["CustomResourceDefinition"] = new("CRD", Instances, Instances),
        ["Firewall"] = new("firewall rule"),
        ["IAMMember"] = new("IAM grant"),
        ["Job"] = new("Job", "a run in progress stops and a new one starts", "a run in progress stops"),
        ["LeaderWorkerSet"] = new("LeaderWorkerSet"),
        ["ManagedFolder"] = new("managed folder"),
        ["ManagedFolderIamMember"] = new("IAM grant"),
        ["Namespace"] = new("namespace", Gone, Gone),
        ["Network"] = new("network", "everything attached to it is replaced too", InUse),
        ["NodePool"] = new("node pool"),
        ["PodDisruptionBudget"] = new(
            "PodDisruptionBudget",
            Deleted: "nothing limits how many replicas a node drain interrupts at once"
        ),
        ["PodMonitoring"] = new("PodMonitoring", Deleted: "metrics are no longer collected"),
        ["Router"] = new("Cloud Router"),
        ["RouterNat"] = new(
            "Cloud NAT gateway",
            "nodes without an external address cannot reach the internet until it is created again",
            "nodes without an external address can no longer reach the internet"
        ),
        ["Secret"] = new("Secret", "pods see the new content once they restart", "pods that still use it cannot start"),
        ["Service"] = new(
            "Service",
            "requests fail until the new one exists and clients resolve the name again",
            "clients can no longer reach the pods"
        ),
        ["Subnetwork"] = new("subnetwork", "everything attached to it is replaced too", InUse),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Named like the Kubernetes object.</summary>
    private const string GoogleApiType = "gcp:projects/service:Service";

    private static readonly ImpactPhrases GoogleApi = new("Google API", Deleted: "requests to it fail");

    private static readonly ImpactPhrases Provider = new("provider", "every resource it manages is replaced");

    /// <summary>The words for a kind, the last part of a type token; null for one that has none.</summary>
    public static ImpactPhrases? Find(string type, string kind) =>
        type == GoogleApiType ? GoogleApi
        : type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? Provider
        : ByKind.GetValueOrDefault(kind);
}
