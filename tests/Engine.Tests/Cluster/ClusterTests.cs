using System.Text.Json.Nodes;
using Engine.Tests.Cli;

namespace Engine.Tests.Cluster;

/// <summary>
/// The stack of <c>tests/Cluster.Tests</c> in a cluster of its own, with the real provider of Kubernetes and the real controller.
/// <c>.ci/test-cluster</c> creates the cluster.
/// </summary>
[Trait("Category", "Cluster")]
public sealed class ClusterTests
{
    private const string Storage = "storage:8000";
    private const int Prompts = 100;

    // Not KUBECONFIG, so that the stack is never deployed to a cluster of the developer.
    private static readonly string Kubeconfig =
        Environment.GetEnvironmentVariable("TEST_CLUSTER_KUBECONFIG")
        ?? throw new InvalidOperationException("There is no cluster to test with: run make test-cluster.");

    private readonly Kubectl _kubectl = new(Kubeconfig);

    [Fact]
    public async Task A_stack_serves_prompts_runs_a_batch_rolls_out_an_update_and_is_destroyed_completely()
    {
        await PrepareStorageAsync();
        var namesBefore = await _kubectl.GetNamesAsync();
        using var stack = await PulumiStack.CreateAsync(ReadFile("Pulumi.kind.yaml"), Kubeconfig);

        (await stack.UpAsync()).ShouldSucceed();
        await AssertAnsweredAsync("llama3-8b");
        await AssertAnsweredAsync("llama2-70b");
        await AssertReplicasHaveSlicesAsync();
        await AssertPhasesHaveSlicesAsync();
        await AssertBatchIsAnsweredAsync();
        (await stack.UpAsync("--expect-no-changes")).ShouldSucceed();

        await AssertUpdateRollsAsync(stack);

        (await stack.DestroyAsync()).ShouldSucceed();
        await AssertNothingIsLeftAsync(namesBefore);
    }

    private static string ReadFile(string name) => Repository.Read($"tests/Cluster.Tests/{name}");

    private async Task PrepareStorageAsync()
    {
        await _kubectl.RunWithInputAsync(ReadFile("storage.yaml"), "apply", "--filename", "-");
        await _kubectl.RunAsync("rollout", "status", "deployment/storage", "--timeout", "5m");
        var lines = Enumerable
            .Range(1, Prompts)
            .Select(number => new JsonObject { ["prompt"] = $"prompt {number}" }.ToJsonString());
        await _kubectl.RequestAsync(
            Storage,
            "upload/storage/v1/b/prompts/o?uploadType=media&name=prompts.jsonl&ifGenerationMatch=0",
            string.Join('\n', lines)
        );
    }

    /// <summary>The smoke test of the deployment got a response, and a prompt gets one now.</summary>
    private async Task AssertAnsweredAsync(string serving)
    {
        var log = await _kubectl.RunAsync("logs", "--selector", $"jetstream-pathways/smoke-test={serving}");
        Assert.Contains("response after", log, StringComparison.Ordinal);

        var prompt = new JsonObject { ["prompt"] = "Hello, cluster", ["max_tokens"] = 5 }.ToJsonString();
        var answer = await _kubectl.RequestAsync($"{serving}-http:8000", "generate", prompt);
        Assert.Contains("Hello, cluster", (string)JsonNode.Parse(answer)!["response"]!, StringComparison.Ordinal);
    }

    private async Task AssertReplicasHaveSlicesAsync()
    {
        var pods = await GetPodsAsync("llama3-8b");

        var nodePools = await GetNodePoolsAsync(pods, "leaderworkerset.sigs.k8s.io/group-index");
        Assert.Equal(["llama3-8b-0", "llama3-8b-1"], nodePools.Order(StringComparer.Ordinal));
    }

    private async Task AssertPhasesHaveSlicesAsync()
    {
        var workers = (await GetPodsAsync("llama2-70b")).Where(pod => !pod.IsLeader).ToList();

        var nodePools = await GetNodePoolsAsync(workers, "leaderworkerset.sigs.k8s.io/subgroup-index");
        Assert.Equal(["llama2-70b-0", "llama2-70b-1"], nodePools.Order(StringComparer.Ordinal));
        Assert.Equal(4, workers.Select(pod => pod.Node).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The node pool of each group of pods; fails if a group is in more than one.</summary>
    private async Task<IReadOnlyList<string>> GetNodePoolsAsync(IReadOnlyList<ServingPod> pods, string label)
    {
        var nodePools = (await _kubectl.GetAsync("nodes")).ToDictionary(
            node => (string)node["metadata"]!["name"]!,
            node => (string?)node["metadata"]!["labels"]?["cloud.google.com/gke-nodepool"] ?? "",
            StringComparer.Ordinal
        );
        return
        [
            .. pods.GroupBy(pod => pod.Label(label), StringComparer.Ordinal)
                .Select(group =>
                    Assert.Single(group.Select(pod => nodePools[pod.Node]).Distinct(StringComparer.Ordinal))
                ),
        ];
    }

    private async Task AssertBatchIsAnsweredAsync()
    {
        await WaitUntilAsync(
            async () =>
                (await _kubectl.GetAsync("jobs")).Any(job =>
                    ((string)job["metadata"]!["name"]!).StartsWith("llama3-8b-batch-", StringComparison.Ordinal)
                    && (int?)job["status"]!["succeeded"] == 1
                ),
            () => "the batch Job has not succeeded"
        );

        var list = await _kubectl.RequestAsync(Storage, "storage/v1/b/answers/o?prefix=llama3-8b/part-&delimiter=/");
        var lines = new List<string>();
        foreach (var part in JsonNode.Parse(list)!["items"]!.AsArray())
        {
            // By the XML API: the API server would decode the %2F that the JSON API requires.
            var text = await _kubectl.RequestAsync(Storage, $"answers/{part!["name"]}");
            lines.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        var answered = lines.Select(line => JsonNode.Parse(line)!).Where(line => line["response"] is not null);
        Assert.Equal(Enumerable.Range(1, Prompts), answered.Select(line => (int)line["line"]!).Order());
    }

    private async Task AssertUpdateRollsAsync(PulumiStack stack)
    {
        const string Before = "startup: { periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 60 }";
        const string After = "startup: { periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 61 }";
        var settings = ReadFile("Pulumi.kind.yaml");
        Assert.Contains(Before, settings, StringComparison.Ordinal);
        var pods = await GetPodsAsync("llama3-8b");
        var others = await GetPodsAsync("llama2-70b");
        stack.Change(settings.Replace(Before, After, StringComparison.Ordinal));

        using var updated = new CancellationTokenSource();
        var readyReplicas = CountReadyReplicasAsync("llama3-8b", updated.Token);
        (await stack.UpAsync()).ShouldSucceed();
        await updated.CancelAsync();

        Assert.DoesNotContain(0, await readyReplicas);
        var replaced = await GetPodsAsync("llama3-8b");
        Assert.Equal(pods.Count, replaced.Count);
        Assert.Empty(pods.Select(pod => pod.Uid).Intersect(replaced.Select(pod => pod.Uid), StringComparer.Ordinal));
        Assert.Equal(others.Select(pod => pod.Uid), (await GetPodsAsync("llama2-70b")).Select(pod => pod.Uid));
        await AssertAnsweredAsync("llama3-8b");
        await AssertReplicasHaveSlicesAsync();
    }

    /// <summary>How many leaders are ready, once a second until the end.</summary>
    private async Task<IReadOnlyList<int>> CountReadyReplicasAsync(string serving, CancellationToken end)
    {
        var counts = new List<int>();
        while (!end.IsCancellationRequested)
        {
            counts.Add((await GetPodsAsync(serving)).Count(pod => pod is { IsLeader: true, IsReady: true }));
            await Task.Delay(TimeSpan.FromSeconds(1), end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return counts;
    }

    private async Task AssertNothingIsLeftAsync(IReadOnlyList<string> namesBefore)
    {
        var left = "";
        await WaitUntilAsync(
            async () =>
            {
                left = await FindNewNamesAsync(namesBefore);
                return left.Length == 0;
            },
            () => left
        );
    }

    /// <summary>The names of objects that were not there before, or what hindered to read them, such as a kind that has just gone.</summary>
    private async Task<string> FindNewNamesAsync(IReadOnlyList<string> namesBefore)
    {
        try
        {
            return string.Join('\n', (await _kubectl.GetNamesAsync()).Except(namesBefore, StringComparer.Ordinal));
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    private async Task<IReadOnlyList<ServingPod>> GetPodsAsync(string serving)
    {
        var pods = await _kubectl.GetAsync("pods", $"leaderworkerset.sigs.k8s.io/name={serving}");
        return [.. pods.Select(pod => new ServingPod(pod))];
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> condition, Func<string> problem)
    {
        var end = DateTime.UtcNow + TimeSpan.FromMinutes(5);
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < end, $"After 5 minutes: {problem()}");
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
