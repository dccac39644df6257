using System.Text.Json.Nodes;
using Engine.Tests.Engine;

namespace Engine.Tests;

/// <summary>What a user reads if the program fails, in a preview and in an update: one message without a stack trace.</summary>
public sealed class FailureTests
{
    private const string BucketObjects = "gcp:storage/getBucketObjects:getBucketObjects";
    private const string OtherStack = "organization/jetstream-pathways/platform";

    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task Example_values_in_the_stack_file(Operation operation)
    {
        var run = await ProgramRun.StartAsync(Scenario.Read("dev", withExamples: true), operation);

        Assert.Equal(ProgramRun.FailedWithMessage, run.ExitCode);
        var message = Assert.Single(run.Trace.Logged("ERROR"));
        Assert.Contains("example-project", message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "googleapi: Error 403: no storage.objects.list access., forbidden",
        "no access to bucket gs://wire-checkpoints (403)"
    )]
    [InlineData("googleapi: Error 404: no such bucket., notFound", "bucket gs://wire-checkpoints does not exist (404)")]
    public async Task An_unreadable_bucket_is_one_error_with_its_cause(string error, string problem)
    {
        var message = await OnlyErrorAsync("dev", new() { FailedLookUps = { [BucketObjects] = error } });

        Assert.StartsWith($"Serving llama2-70b: {problem}", message, StringComparison.Ordinal);
        Assert.Contains($"Cause: {error}\n", message, StringComparison.Ordinal);
        Assert.Contains("deployed: false", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_without_the_checkpoint_is_one_error()
    {
        var message = await OnlyErrorAsync(
            "dev",
            new() { LookUps = { [BucketObjects] = new() { ["bucketObjects"] = new JsonArray() } } }
        );

        Assert.StartsWith(
            "Serving llama2-70b: gs://wire-checkpoints/llama2-70b/int8 contains no checkpoint.\n",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_cluster_is_one_error_with_its_cause()
    {
        var message = await OnlyErrorAsync(
            "existing-by-name",
            new() { FailedLookUps = { ["gcp:container/getCluster:getCluster"] = "projects/p/clusters/c not found" } }
        );

        Assert.StartsWith("cluster.existing: cluster ", message, StringComparison.Ordinal);
        Assert.EndsWith("Cause: projects/p/clusters/c not found", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_stack_is_one_error_with_its_cause()
    {
        var message = await OnlyErrorAsync("existing-by-stack", new() { Stacks = { [OtherStack] = null } });

        Assert.StartsWith(
            $"cluster.existing.stack: stack {OtherStack} cannot be read.",
            message,
            StringComparison.Ordinal
        );
        Assert.EndsWith($"Cause: unknown stack \"{OtherStack}\"", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_without_outputs_is_one_error()
    {
        var message = await OnlyErrorAsync("existing-by-stack", new() { Stacks = { [OtherStack] = [] } });

        Assert.StartsWith(
            $"cluster.existing.stack: stack {OtherStack} has no output clusterName, clusterLocation, project.",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Warnings_are_one_message()
    {
        var run = await ProgramRun.StartAsync(Scenario.Read("llama2-70b"), Operation.Preview);

        var warning = Assert.Single(run.Trace.Logged("WARNING"));
        Assert.StartsWith("The settings have 2 warnings:", warning, StringComparison.Ordinal);
    }

    /// <summary>The error that both a preview and an update end with.</summary>
    private static async Task<string> OnlyErrorAsync(string scenario, Cloud cloud)
    {
        var preview = await ProgramRun.StartAsync(Scenario.Read(scenario), Operation.Preview, cloud);
        var update = await ProgramRun.StartAsync(Scenario.Read(scenario), Operation.Update, cloud);
        Assert.Equal((ProgramRun.FailedWithMessage, ProgramRun.FailedWithMessage), (preview.ExitCode, update.ExitCode));
        var message = Assert.Single(preview.Trace.Logged("ERROR"));
        Assert.Equal([message], update.Trace.Logged("ERROR"));
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
        return message;
    }
}
