using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Diff;

/// <summary>Changes that people make, as pairs of stacks.</summary>
public static class Scenarios
{
    /// <summary>A serving on a cluster that exists.</summary>
    public const string Serving = """
        cluster:
          existing:
            context: gke
        servings:
          - name: llama2-70b
            preset: llama2-70b-disaggregated
            checkpoint: gs://checkpoints/llama2-70b
            scratch: gs://scratch/llama2-70b
        """;

    private const string ManagedStack = """
        project: shop-project
        region: us-east5
        zone: us-east5-b
        cluster:
          managed: {}
        servings:
          - name: llama2-70b
            preset: llama2-70b-disaggregated
            checkpoint: gs://checkpoints/llama2-70b
        """;

    private const string Other = """

          - name: llama3-405b
            preset: llama3.1-405b-batch
            checkpoint: gs://checkpoints/llama3-405b
            scratch: gs://scratch/llama3-405b
        """;

    private const string Token = """

            containers:
              jetstreamHttp:
                env:
                  - name: HF_TOKEN
                    secret: token
        token:
          secure: v1:abc:CIPHERTEXT
        """;

    /// <summary>The names.</summary>
    public static TheoryData<string> Names =>
        [
            "changed-flag",
            "changed-topology",
            "added-replica",
            "removed-serving",
            "renamed-resource",
            "changed-ciphertext",
            "200-servings",
        ];

    /// <summary>The change of that name.</summary>
    public static async Task<GraphDiff> DiffAsync(string name) =>
        name switch
        {
            "changed-flag" => await BetweenAsync(
                Serving,
                Serving + "\n    maxText:\n      flags:\n        - per_device_batch_size: 6"
            ),
            "changed-topology" => await BetweenAsync(
                ManagedStack,
                ManagedStack
                    + "\n    topology: 4x4\n    maxText:\n      flags:\n        - ici_autoregressive_parallelism: 2"
                    + "\n        - ici_tensor_parallelism: 8"
                    + "\n        - inference_server: ExperimentalMaxtextDisaggregatedServer_16"
            ),
            "added-replica" => await BetweenAsync(ManagedStack, ManagedStack + "\n    replicas: 2"),
            "removed-serving" => await BetweenAsync(Serving + Other, Serving),
            "changed-ciphertext" => await BetweenAsync(
                Serving + Token,
                Serving + Token.Replace("CIPHERTEXT", "OTHERTEXT", StringComparison.Ordinal)
            ),
            "renamed-resource" => GraphDiff.Compare(Renamed("llama", null), Renamed("llama2-70b", "llama")),
            _ => GraphDiff.Compare(
                await StackText.RecordAsync(Serving, "dev"),
                await StackText.RecordAsync(
                    string.Concat(Serving, string.Concat(Enumerable.Range(1, 199).Select(Small))),
                    "dev"
                )
            ),
        };

    private static async Task<GraphDiff> BetweenAsync(string before, string after) =>
        GraphDiff.Compare(await StackText.RecordAsync(before, "dev"), await StackText.RecordAsync(after, "dev"));

    private static string Small(int number) =>
        Other.Replace("llama3-405b", $"llama3-{number:d3}", StringComparison.Ordinal);

    // A component and what is in it; the alias stands on the component alone.
    private static StackGraph Renamed(string name, string? former)
    {
        const string Start = "urn:pulumi:dev::shop::";
        var root = new ResourceState
        {
            Urn = $"{Start}pulumi:pulumi:Stack::shop-dev",
            Type = "pulumi:pulumi:Stack",
            Name = "shop-dev",
        };
        var serving = new ResourceState
        {
            Urn = $"{Start}shop:index:Serving::{name}",
            Type = "shop:index:Serving",
            Name = name,
            Parent = root.Urn,
            Options = former is null ? PlanMap.Empty : Map(("aliases", List(Map(("name", Text(former)))))),
        };
        var service = new ResourceState
        {
            Urn = $"{Start}shop:index:Serving$kubernetes:core/v1:Service::{name}-http",
            Type = "kubernetes:core/v1:Service",
            Name = $"{name}-http",
            Parent = serving.Urn,
            Inputs = Map(
                ("apiVersion", Text("v1")),
                ("kind", Text("Service")),
                ("metadata", Map(("name", Text("llama-http")))),
                ("spec", Map(("ports", List(Map(("port", new PlanNumber(former is null ? "8000" : "8080")))))))
            ),
        };
        return new(
            "shop",
            "dev",
            [.. new[] { root, serving, service }.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]
        );
    }

    private static PlanString Text(string text) => PlanString.Known(text);

    private static PlanList List(params PlanValue[] items) => new([.. items]);

    private static PlanMap Map(params (string Key, PlanValue Value)[] entries) =>
        PlanMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
