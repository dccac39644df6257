using Infra.Model;
using StackConfig.Reading;

namespace Infra.Tests.Resources.Platform;

[Collection(ProcessExitCode.Name)]
public sealed class CheckpointLookupTests
{
    private const string Forbidden =
        "googleapi: Error 403: deployer@example.com does not have storage.objects.list access to the Google Cloud Storage bucket., forbidden";

    [Fact]
    public async Task Slices_are_created_when_the_checkpoint_is_there()
    {
        var cloud = Holding("chat/", "chat/manifest");

        Assert.Empty(await cloud.ErrorsAsync(Stack(ManagedStack.Serving("chat", "replicas: 2"))));
        Assert.Equal(2, Slices(cloud));
        var asked = Assert.Single(cloud.Calls);
        Assert.Equal(("my-models", "chat/"), (asked["bucket"], asked["prefix"]));
    }

    [Theory]
    [InlineData]
    [InlineData("chat/")]
    public async Task Without_an_object_below_the_path_one_error_names_the_serving_and_the_remedy(
        params string[] objects
    )
    {
        var cloud = Holding(objects);

        var error = Assert.Single(await cloud.ErrorsAsync(Stack(ManagedStack.Serving("chat"))));

        Assert.StartsWith(
            "Serving chat: gs://my-models/chat contains no checkpoint.\n",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("`deployed: false`", error, StringComparison.Ordinal);
        Assert.Contains("docs/checkpoints.md", error, StringComparison.Ordinal);
        Assert.Equal(0, Slices(cloud));
        Assert.DoesNotContain("chat", cloud.Inputs.Keys);
    }

    [Fact]
    public async Task A_whole_bucket_may_be_the_checkpoint()
    {
        var cloud = Holding("manifest");

        Assert.Empty(await cloud.ErrorsAsync(Stack(ManagedStack.Serving("chat", "checkpoint: gs://my-models"))));
        Assert.DoesNotContain("prefix", Assert.Single(cloud.Calls).Keys);
    }

    [Fact]
    public async Task One_error_names_every_serving_whose_checkpoint_cannot_be_loaded()
    {
        var servings =
            ManagedStack.Serving("one", "checkpoint: gs://empty/model")
            + ManagedStack.Serving("two", "checkpoint: gs://absent/model")
            + ManagedStack.Serving("three", "checkpoint: gs://closed/model")
            + ManagedStack.Serving("four", "checkpoint: gs://filled/model")
            + ManagedStack.Serving("five", "checkpoint: gs://absent/model", "deployed: false");
        var cloud = new ScriptedCloud
        {
            Answer = args => Objects(args.Args["bucket"] is "filled" ? ["model/manifest"] : []),
            Refusal = args =>
                args.Args["bucket"] switch
                {
                    "absent" => "googleapi: Error 404: The specified bucket does not exist., notFound",
                    "closed" => Forbidden,
                    _ => null,
                },
        };

        var error = Assert.Single(await cloud.ErrorsAsync(Stack(servings)));

        Assert.Equal(
            [
                "Serving one: gs://empty/model contains no checkpoint.",
                "Serving two: bucket gs://absent does not exist (404). Create it or correct `checkpoint`. "
                    + "Cause: googleapi: Error 404: The specified bucket does not exist., notFound",
                "Serving three: no access to bucket gs://closed (403). Grant roles/storage.objectViewer on it to the deploying identity. "
                    + $"Cause: {Forbidden}",
            ],
            error.Split('\n')[..^1]
        );
        Assert.Equal(0, Slices(cloud));
    }

    [Theory]
    [InlineData("socket closed")]
    [InlineData(
        "Status(StatusCode=\"Unknown\", Detail=\"invocation of gcp:storage/x:y returned an error: socket closed\")"
    )]
    [InlineData("Status(StatusCode=\"Unavailable\", Detail=\"socket closed\", DebugException=\"x\")")]
    [InlineData(
        "Status(StatusCode=\"Unknown\", Detail=\"invocation of gcp:storage/x:y returned an error: invoking gcp:storage/x:y: 1 error occurred:\n\t* socket closed\nDetails:\n[]\n\n\")"
    )]
    public async Task The_first_line_of_the_providers_message_is_reported_as_the_cause(string message)
    {
        var cloud = new ScriptedCloud { Refusal = _ => message };

        var error = Assert.Single(await cloud.ErrorsAsync(Stack(ManagedStack.Serving("chat"))));

        Assert.StartsWith(
            "Serving chat: bucket gs://my-models cannot be read. Cause: socket closed\n",
            error,
            StringComparison.Ordinal
        );
        Assert.Equal(2, error.Split('\n').Length);
    }

    [Fact]
    public async Task The_preview_of_a_stack_that_creates_the_bucket_does_not_list_its_objects()
    {
        var cloud = Holding();

        Assert.Empty(await cloud.ErrorsAsync(OwnBucket(), isPreview: true));
        Assert.Empty(cloud.Calls);
        Assert.Equal(1, Slices(cloud));
    }

    [Fact]
    public async Task The_deployment_that_creates_the_bucket_creates_no_slices_since_it_is_empty()
    {
        var cloud = Holding();

        var error = Assert.Single(await cloud.ErrorsAsync(OwnBucket()));

        Assert.StartsWith("Serving chat: gs://my-models/chat contains no checkpoint.", error, StringComparison.Ordinal);
        Assert.Contains("my-models", cloud.Inputs.Keys);
        Assert.Equal(0, Slices(cloud));
    }

    [Fact]
    public async Task Offline_every_checkpoint_is_assumed_to_exist_and_slices_depend_on_the_platform_only()
    {
        var graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving("chat"),
            "storage: { checkpointBuckets: [ my-models ] }"
        );

        Assert.Single(graph.TpuPools());
        var pools = Assert.Single(graph.GetResources("TpuPools"));
        Assert.Contains(Assert.Single(graph.GetResources("GooglePlatform")).Urn, pools.DependsOn);
        Assert.DoesNotContain(pools.DependsOn, urn => urn.Contains("Bucket", StringComparison.Ordinal));
    }

    private static StackModel OwnBucket() =>
        Stack(ManagedStack.Serving("chat"), "storage: { checkpointBuckets: [ my-models ] }");

    private static StackModel Stack(string servings, string more = "") =>
        StackText.Load(ManagedStack.Stack(servings, more), Severity.Warning).StackModel!;

    private static int Slices(ScriptedCloud cloud) =>
        cloud.Inputs.Values.Count(made => made.ContainsKey("placementPolicy"));

    private static ScriptedCloud Holding(params string[] objects) => new() { Answer = _ => Objects(objects) };

    private static Dictionary<string, object> Objects(string[] names) =>
        new(StringComparer.Ordinal)
        {
            ["bucketObjects"] = names
                .Select(name => (object)new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = name })
                .ToList(),
        };
}
