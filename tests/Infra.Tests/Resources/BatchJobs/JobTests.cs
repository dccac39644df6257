using Infra.Tests.Resources.Platform;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.BatchJobs;

/// <summary>What the Job of a batch is and does.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task A_serving_without_a_batch_or_that_is_not_deployed_has_no_Job()
    {
        var without = await ManagedStack.RecordAsync(ManagedStack.Serving("a"));
        var notYet = await BatchStack.ManagedAsync("deployed: false");

        Assert.DoesNotContain(
            without.Resources.Concat(notYet.Resources),
            resource => resource.Name.Contains("batch", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_client_uses_the_address_of_the_serving()
    {
        var job = (await BatchStack.ManagedAsync("namespace: models", "service: { port: 80 }")).Job();

        Assert.Equal(
            [
                "dotnet",
                "run",
                "/batch/batch-client.cs",
                "--",
                "--input",
                "gs://questions/all/prompts.jsonl",
                "--output",
                "gs://answers/run/",
                "--endpoint",
                "http://a-http.models.svc:80",
                "--concurrency",
                "192",
                "--max-tokens",
                "200",
            ],
            job.Command()
        );
        Assert.Equal("models", job.TextAt("metadata|namespace"));
    }

    [Theory]
    [InlineData("replicas: 2", "384")]
    [InlineData("maxText: { flags: [ per_device_batch_size: 4 ] }", "64")]
    [InlineData("maxText: { flags: [ per_device_batch_size: 0.1 ] }", "1")]
    [InlineData("maxText: { flags: [ per_device_batch_size: 17 ] }", "256")]
    public async Task The_default_concurrency_follows_from_slots_and_threads(string setting, string expected) =>
        Assert.Equal(expected, (await BatchStack.ManagedAsync(setting)).Job().Option("--concurrency"));

    [Fact]
    public async Task Settings_of_the_batch_override_derived_values()
    {
        var batch = BatchStack.Batch.Replace(
            " }",
            ", concurrency: 7, maxTokens: 9, image: x.example/sdk:1 }",
            StringComparison.Ordinal
        );
        var job = (await BatchStack.ManagedAsync(batch)).Job();

        Assert.Equal(("7", "9"), (job.Option("--concurrency"), job.Option("--max-tokens")));
        Assert.Equal("x.example/sdk:1", job.TextAt("spec|template|spec|containers|0|image"));
    }

    [Fact]
    public async Task The_engine_does_not_wait_for_the_batch_Job()
    {
        var job = (await BatchStack.ManagedAsync()).Job();

        Assert.Equal(
            ["pulumi.com/skipAwait"],
            ((PlanMap)job.Inputs.At("metadata|annotations")!).Entries.Select(entry => entry.Key)
        );
        Assert.Equal("true", job.TextAt("metadata|annotations|pulumi.com/skipAwait"));
        Assert.Null(job.TextAt("spec|activeDeadlineSeconds"));
        Assert.Null(job.TextAt("spec|ttlSecondsAfterFinished"));
    }

    [Fact]
    public async Task The_Job_depends_on_the_serving_and_on_its_roles()
    {
        var graph = await BatchStack.ManagedAsync();
        var needed = graph.Single("BatchInference").DependsOn.ToHashSet();

        Assert.Contains(graph.Single("JetStreamPathways").Urn, needed);
        Assert.Contains(graph.Single("BatchIdentity").Urn, needed);
    }

    [Theory]
    [InlineData("batch: { input: gs://questions/other.jsonl, output: gs://answers/run }")]
    [InlineData("batch: { input: gs://questions/all/prompts.jsonl, output: gs://answers/other }")]
    [InlineData("batch: { input: gs://questions/all/prompts.jsonl, output: gs://answers/run, maxTokens: 9 }")]
    [InlineData("batch: { input: gs://questions/all/prompts.jsonl, output: gs://answers/run, concurrency: 9 }")]
    [InlineData("batch: { input: gs://questions/all/prompts.jsonl, output: gs://answers/run, image: x.example/sdk:1 }")]
    [InlineData("batch: { input: gs://questions/all/prompts.jsonl, output: gs://answers/run, serviceAccount: mine }")]
    [InlineData("service: { port: 80 }")]
    public async Task A_Job_with_a_changed_pod_gets_a_new_name_and_the_old_Job_is_deleted_first(string setting)
    {
        var (before, after) = ((await BatchStack.ManagedAsync()).Job(), (await BatchStack.ManagedAsync(setting)).Job());

        Assert.NotEqual(before.TextAt("metadata|name"), after.TextAt("metadata|name"));
        Assert.Equal(new PlanBool(true), after.Options["deleteBeforeReplace"]);
    }

    [Theory]
    [InlineData("images: { jetStream: x.example/other:1 }")]
    [InlineData("checkpoint: gs://my-models/other")]
    [InlineData("maxText: { flags: [ max_target_length: 1024 ] }")]
    public async Task Changing_a_serving_does_not_change_its_batch_Job(string setting)
    {
        var (before, after) = ((await BatchStack.ManagedAsync()).Job(), (await BatchStack.ManagedAsync(setting)).Job());

        Assert.Equal(before.Inputs, after.Inputs);
    }

    [Fact]
    public async Task The_name_of_the_Job_is_a_valid_label_value()
    {
        var name = new string('a', 50);
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving(name, BatchStack.Batch));

        Assert.Matches("^[a-z0-9-]{1,63}$", graph.Single("Job", $"{name}-batch").TextAt("metadata|name"));
    }

    [Fact]
    public async Task The_Job_and_its_pods_have_the_label_of_the_serving()
    {
        var job = (await BatchStack.ManagedAsync()).Job();

        Assert.Equal("a", job.TextAt("metadata|labels|jetstream-pathways/batch"));
        Assert.Equal("a", job.TextAt("spec|template|metadata|labels|jetstream-pathways/batch"));
    }

    [Fact]
    public async Task The_ConfigMap_contains_the_client_of_the_repository()
    {
        var graph = await BatchStack.ManagedAsync();
        var client = graph.Single("ConfigMap", "a-batch");

        Assert.Equal(Repository.Read("src/BatchClient/batch-client.cs"), client.TextAt("data|batch-client.cs"));
        Assert.Equal(client.TextAt("metadata|name"), graph.Job().TextAt("spec|template|spec|volumes|0|configMap|name"));
    }
}
