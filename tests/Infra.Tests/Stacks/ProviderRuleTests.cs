using System.Collections.Concurrent;
using Infra.Tests.Resources.Platform;
using OfflinePreview.Graph;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Stacks;

/// <summary>No resource and no look-up goes through a default provider, which is whatever the deployer's machine is set to.</summary>
public sealed class ProviderRuleTests
{
    private const string ManagedStack = """
        project: my-project
        region: us-east5
        zone: us-east5-b
        """;

    private const string Serving = """
        servings:
          - name: llama2-70b
            preset: llama2-70b-disaggregated
            checkpoint: gs://models/llama2-70b
            scratch: gs://scratch/llama2-70b
        """;

    private const string Batch = "    batch: { input: gs://prompts/all.jsonl, output: gs://answers/run/ }";

    private const string Existing = $"leaderWorkerSet: {{ install: true }}\n{Serving}";

    // The only stack without look-ups: the kubeconfig knows its cluster.
    private const string Context = $"cluster: {{ existing: {{ context: gke }} }}\n{Existing}";

    /// <summary>Stacks of each way to a cluster, with everything in them that a stack can hold.</summary>
    public static TheoryData<string> Stacks => [.. StacksWithLookUps, Context];

    /// <summary>The stacks that look something up in Google Cloud.</summary>
    public static TheoryData<string> StacksWithLookUps =>
        [
            $"{ManagedStack}\nleaderWorkerSet: {{ version: v0.10.0 }}\n{Serving}\n{Batch}",
            $"{ManagedStack}\nnetwork: {{ existing: {{ network: vpc, subnetwork: nodes, podRange: pods, serviceRange: services }} }}\n{Serving}",
            $"{ManagedStack}\nstorage: {{ checkpointBuckets: [models] }}\n{Serving}\n    namespace: own",
            $"cluster: {{ existing: {{ name: main, location: us-east5, project: my-project }} }}\n{Existing}",
            $"cluster: {{ existing: {{ name: main, location: us-east5 }} }}\n{Existing}",
            $"cluster: {{ existing: {{ stack: me/jetstream-pathways/other }} }}\n{Existing}",
            Settings("dev"),
            Settings("prod"),
        ];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_resource_that_a_provider_manages_names_the_provider(string stack)
    {
        var graph = await StackText.RecordAsync(stack, "dev");

        Assert.All(graph.Resources.Where(IsServed), resource => Assert.NotNull(resource.Provider));
        Assert.Contains(graph.Resources, IsServed);
    }

    [Theory]
    [MemberData(nameof(StacksWithLookUps))]
    public async Task Every_look_up_names_its_provider(string stack)
    {
        var providers = await LookUpAsync(stack);

        Assert.NotEmpty(providers);
        Assert.All(providers, Assert.NotEmpty);
    }

    [Fact]
    public async Task A_cluster_of_a_kubeconfig_is_not_looked_up() => Assert.Empty(await LookUpAsync(Context));

    /// <summary>Deploys a stack; returns the provider of each look-up, empty for a default provider.</summary>
    private static async Task<IReadOnlyCollection<string>> LookUpAsync(string stack)
    {
        var cloud = new WatchedCloud();
        var loaded = StackText.Load(stack, StackConfig.Reading.Severity.Warning, "dev");

        await Deployment.TestAsync(
            cloud,
            new TestOptions { IsPreview = false },
            () => InferenceStack.CreateAsync(loaded.StackModel!, Pulumi.Output.CreateSecret)
        );

        return cloud.Providers;
    }

    // As the other stacks are written: without the project's name, which is put before each key.
    private static string Settings(string stack) =>
        string.Join(
            '\n',
            File.ReadLines(Path.Combine(ExampleProject.Folder, $"Pulumi.{stack}.yaml"))
                .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line[2..].Replace("jetstream-pathways:", "", StringComparison.Ordinal))
        );

    private static bool IsServed(ResourceState resource) =>
        resource.Kind != ResourceKind.Component && resource.Type.Split(':')[0] is not "pulumi";

    /// <summary>A cloud that has whatever it is asked for, and keeps who asks.</summary>
    private sealed class WatchedCloud : IMocks
    {
        private readonly ScriptedCloud _cloud = new()
        {
            StackOutputs = new(StringComparer.Ordinal)
            {
                ["clusterName"] = "main",
                ["clusterLocation"] = "us-east5",
                ["project"] = "my-project",
            },
        };

        public ConcurrentQueue<string> Providers { get; } = new();

        public Task<object> CallAsync(MockCallArgs args)
        {
            // Another stack's outputs come from the engine itself.
            if (!args.Token!.StartsWith("pulumi:pulumi:", StringComparison.Ordinal))
            {
                Providers.Enqueue(args.Provider ?? "");
            }

            return _cloud.CallAsync(args);
        }

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            _cloud.NewResourceAsync(args);
    }
}
