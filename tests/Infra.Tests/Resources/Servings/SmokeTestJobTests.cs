using Infra.Tests.Resources.Platform;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Servings;

public sealed class SmokeTestJobTests
{
    private const string Pod = "spec|template|spec";
    private const string Container = Pod + "|containers|0";

    [Fact]
    public async Task The_smoke_test_sends_the_prompt_of_the_guide_by_default()
    {
        var job = await RecordAsync();

        Assert.Equal("What are the top 5 programming languages", Variable(job, "PROMPT"));
        Assert.Equal("200", Variable(job, "MAX_TOKENS"));
        Assert.Equal(["python3", "-c"], job.TextsAt($"{Container}|command"));
        Assert.Contains("/generate", Assert.Single(job.TextsAt($"{Container}|args")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_smoke_test_sends_the_prompt_of_the_settings_unchanged()
    {
        var job = await RecordAsync(
            "smokeTest: { prompt: 'costs $5, $(HOME) or $$?', maxTokens: 7, timeoutSeconds: 90, image: 'example.com/python:v3' }"
        );

        // Kubernetes takes two dollars for one.
        Assert.Equal("costs $$5, $$(HOME) or $$$$?", Variable(job, "PROMPT"));
        Assert.Equal("7", Variable(job, "MAX_TOKENS"));
        Assert.Equal("90", Variable(job, "RESPONSE_TIMEOUT_SECONDS"));
        Assert.Equal("example.com/python:v3", job.TextAt($"{Container}|image"));
    }

    [Theory]
    [InlineData("waitUntilReady: true", 25_200 + 600)]
    [InlineData("waitUntilReady: false", 25_200 + 600)]
    public async Task The_timeout_of_the_script_is_below_that_of_the_Job_and_that_below_the_one_of_Pulumi(
        string wait,
        int seconds
    )
    {
        var job = await RecordAsync("probes: { startup: { failureThreshold: 2016 } }", wait);
        var script =
            Seconds(Variable(job, "READY_TIMEOUT_SECONDS")) + Seconds(Variable(job, "RESPONSE_TIMEOUT_SECONDS"));
        var kubernetes = Seconds(job.TextAt("spec|activeDeadlineSeconds"));
        var pulumi = 60 * Seconds(job.Options.At("customTimeouts|create").Show().TrimEnd('m'));

        Assert.Equal(seconds, script);
        Assert.InRange(kubernetes, script + 300, script + 900);
        Assert.InRange(pulumi, kubernetes + 300, kubernetes + 900);
    }

    [Fact]
    public async Task A_failed_Job_is_replaced_and_a_completed_one_is_kept()
    {
        var job = await RecordAsync();

        Assert.Equal("true", job.TextAt("metadata|annotations|pulumi.com/replaceUnready"));
        Assert.Null(job.TextAt("spec|ttlSecondsAfterFinished"));
        Assert.Equal("0", job.TextAt("spec|backoffLimit"));
        Assert.Equal("FallbackToLogsOnError", job.TextAt($"{Container}|terminationMessagePolicy"));
    }

    [Theory]
    [InlineData("replicas: 2")]
    [InlineData("capacity: { kind: spot }")]
    [InlineData("images: { pathwaysTag: jax-0.6.1 }")]
    [InlineData("maxText: { flags: [ per_device_batch_size: 2 ] }")]
    [InlineData("service: { port: 80 }")]
    [InlineData("smokeTest: { prompt: Tell me who you are }")]
    public async Task A_changed_serving_gets_a_new_smoke_test(string change) =>
        Assert.NotEqual(
            (await RecordAsync()).Inputs.At("spec|template"),
            (await RecordAsync(change)).Inputs.At("spec|template")
        );

    [Theory]
    [InlineData("disruptionBudget: true")]
    [InlineData("waitUntilReady: true")]
    public async Task An_unchanged_serving_keeps_its_smoke_test(string same) =>
        Assert.Equal((await RecordAsync()).Inputs, (await RecordAsync(same)).Inputs);

    [Fact]
    public async Task The_smoke_test_runs_again_when_a_slice_or_the_cluster_is_replaced()
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a", "slices: 2"));

        var replaced = graph
            .TpuPools()
            .Append(graph.Single("Cluster"))
            .Select(resource => PlanString.Known(resource.Urn));
        var job = graph.Single("Job", "a-smoke-test");
        Assert.Empty(replaced.Except(((PlanList)job.Options["replaceWith"]!).Items.OfType<PlanString>()));
    }

    [Theory]
    [InlineData("images: { pathwaysTag: jax-0.6.1 }", false)]
    [InlineData("smokeTest: { prompt: Tell me who you are }", false)]
    [InlineData("disruptionBudget: true", true)]
    public async Task The_Job_is_renamed_only_if_its_pod_template_changes(string change, bool isSame) =>
        Assert.Equal(
            isSame,
            (await RecordAsync()).TextAt("metadata|name") == (await RecordAsync(change)).TextAt("metadata|name")
        );

    private static string Variable(ResourceState job, string name) =>
        ((PlanList)job.Inputs.At($"{Container}|env")!)
            .Items.Where(one => one.At("name").Show() == name)
            .Select(one => one.At("value").Show()!)
            .Single();

    private static int Seconds(string? text) => int.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<ResourceState> RecordAsync(params string[] serving) =>
        (await ManagedStack.RecordAsync(ManagedStack.Serving("a", serving))).Single("Job", "a-smoke-test");
}
