using Infra.Tests.Reports.Diff;
using OfflinePreview.Diff;

namespace Infra.Tests.Reports.Impacts;

/// <summary>Changes of stack files, one for each kind of impact.</summary>
public static class ImpactScenarios
{
    private const string Existing = Scenarios.Serving;

    private const string ManagedStack = """
        project: shop-project
        region: us-east5
        zone: us-east5-b
        cluster:
          managed: {}
        storage:
          checkpointBuckets: [shop-checkpoints]
        servings:
          - name: llama2-70b
            preset: llama2-70b-disaggregated
            checkpoint: gs://shop-checkpoints/llama2-70b
        """;

    private const string FourReplicas = "\n    replicas: 4";
    private const string Reserved = "\n    capacity: { kind: reservation, reservation: tpus }";

    private const string Batch =
        "\n    batch: { input: gs://shop-prompts/in.jsonl, output: gs://shop-answers/llama2-70b/ }";

    private static readonly Dictionary<string, (string Before, string After)> Stacks = new()
    {
        ["new-checkpoint-one-replica"] = (
            Existing,
            Existing.With("checkpoints/llama2-70b", "checkpoints/llama2-70b-chat")
        ),
        ["new-checkpoint-four-replicas"] = (
            Existing + FourReplicas,
            Existing.With("checkpoints/llama2-70b", "checkpoints/llama2-70b-chat") + FourReplicas
        ),
        ["fewer-replicas"] = (ManagedStack + FourReplicas, ManagedStack),
        ["no-replicas"] = (ManagedStack, ManagedStack + "\n    replicas: 0"),
        ["other-capacity"] = (
            ManagedStack + FourReplicas,
            ManagedStack + FourReplicas + "\n    capacity: { kind: spot }"
        ),
        ["renamed-serving-in-reservation"] = (
            ManagedStack + Reserved,
            ManagedStack.With("name: llama2-70b", "name: llama2") + Reserved
        ),
        ["renamed-serving-in-existing-cluster"] = (Existing, Existing.With("name: llama2-70b", "name: llama2")),
        ["removed-serving"] = (
            ManagedStack,
            ManagedStack[..ManagedStack.IndexOf("servings:", StringComparison.Ordinal)]
        ),
        ["other-service-port"] = (Existing, Existing + "\n    service: { port: 8080 }"),
        ["uninstalled-controller"] = (Existing, "leaderWorkerSet: { install: false }\n" + Existing),
        ["older-controller"] = (
            "leaderWorkerSet: { version: v0.10.0 }\n" + Existing,
            "leaderWorkerSet: { version: v0.6.1 }\n" + Existing
        ),
        ["newer-controller"] = (
            "leaderWorkerSet: { version: v0.9.0 }\n" + Existing,
            "leaderWorkerSet: { version: v0.10.0 }\n" + Existing
        ),
        ["moved-to-another-cluster"] = (Existing, Existing.With("context: gke", "context: other")),
        ["replaced-cluster"] = (ManagedStack, ManagedStack.With("managed: {}", "managed: { name: other }")),
        ["replaced-cluster-and-renamed-serving"] = (
            ManagedStack,
            ManagedStack.With("managed: {}", "managed: { name: other }").With("name: llama2-70b", "name: llama2")
        ),
        ["removed-batch"] = (ManagedStack + Batch, ManagedStack),
        ["moved-batch-output"] = (ManagedStack + Batch, ManagedStack + Batch.With("/llama2-70b/", "/new/")),
        ["removed-checkpoint-bucket"] = (ManagedStack, ManagedStack.With("[shop-checkpoints]", "[]")),
        ["nothing-changes"] = (Existing, Existing),
    };

    /// <summary>The names.</summary>
    public static TheoryData<string> Names => [.. Stacks.Keys];

    /// <summary>The change of that name.</summary>
    public static async Task<GraphDiff> DiffAsync(string name)
    {
        var (before, after) = Stacks[name];
        return GraphDiff.Compare(await StackText.RecordAsync(before, "dev"), await StackText.RecordAsync(after, "dev"));
    }

    private static string With(this string text, string old, string @new) =>
        text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, @new, StringComparison.Ordinal)
            : throw new ArgumentException($"\"{old}\" is not in the stack", nameof(old));
}
