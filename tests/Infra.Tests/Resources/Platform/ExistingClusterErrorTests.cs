using Infra.Model;
using StackConfig.Reading;

namespace Infra.Tests.Resources.Platform;

[Collection(ProcessExitCode.Name)]
public sealed class ExistingClusterErrorTests
{
    private const string Named = "name: prod, location: us-east5, project: shop-project";
    private const string OfAnotherStack = "stack: me/shop/base";

    [Theory]
    [InlineData(
        "projects/shop-project/locations/us-east5/clusters/prod not found",
        "does not exist (404). Correct name, location and project, or create the cluster first."
    )]
    [InlineData(
        "googleapi: Error 403: Required \"container.clusters.get\" permission(s)., forbidden",
        "(403). Grant roles/container.developer on the project to the deploying identity."
    )]
    [InlineData("socket closed", "cannot be read.")]
    public async Task A_cluster_that_cannot_be_looked_up_is_one_error(string cause, string problem)
    {
        var cloud = new ScriptedCloud
        {
            Refusal = args => $"Status(StatusCode=\"Unknown\", Detail=\"invocation of x returned an error: {cause}\")",
        };

        var error = Assert.Single(await cloud.ErrorsAsync(Stack(Named)));

        Assert.StartsWith("cluster.existing: ", error, StringComparison.Ordinal);
        Assert.Contains("cluster prod in us-east5 of project shop-project ", error, StringComparison.Ordinal);
        Assert.EndsWith($"{problem} Cause: {cause}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("cluster", cloud.Inputs.Keys);
    }

    [Fact]
    public async Task A_cluster_without_an_endpoint_is_one_error()
    {
        var cloud = new ScriptedCloud
        {
            Answer = _ => new Dictionary<string, object>(StringComparer.Ordinal) { ["endpoint"] = "" },
        };

        var error = Assert.Single(await cloud.ErrorsAsync(Stack(Named)));

        Assert.Equal(
            "cluster.existing: cluster prod in us-east5 of project shop-project has no endpoint. Wait until it is running.",
            error
        );
    }

    [Fact]
    public async Task A_stack_that_cannot_be_read_is_one_error_and_is_not_referred_to()
    {
        var cloud = new ScriptedCloud
        {
            StackError = "Status(StatusCode=\"Unknown\", Detail=\"unknown stack \"me/shop/base\"\")",
        };

        var error = Assert.Single(await cloud.ErrorsAsync(Stack(OfAnotherStack)));

        Assert.StartsWith(
            "cluster.existing.stack: stack me/shop/base cannot be read.",
            error,
            StringComparison.Ordinal
        );
        Assert.EndsWith("Cause: unknown stack \"me/shop/base\"", error, StringComparison.Ordinal);
        Assert.Empty(cloud.Inputs);
    }

    [Fact]
    public async Task A_stack_without_a_cluster_is_one_error_that_names_all_missing_outputs()
    {
        var cloud = new ScriptedCloud
        {
            StackOutputs = new(StringComparer.Ordinal) { ["clusterName"] = "prod", ["project"] = 1 },
        };

        var error = Assert.Single(await cloud.ErrorsAsync(Stack(OfAnotherStack)));

        Assert.StartsWith(
            "cluster.existing.stack: stack me/shop/base has no output clusterLocation, project.",
            error,
            StringComparison.Ordinal
        );
        Assert.Empty(cloud.Inputs);
    }

    private static StackModel Stack(string cluster) =>
        StackText
            .Load(
                $"cluster: {{ existing: {{ {cluster} }} }}\nservings:\n  - {{ name: a, topology: 2x2, checkpoint: gs://mine/model, "
                    + $"scratch: gs://mine/tmp, {StackText.SmallModel} }}",
                Severity.Warning
            )
            .StackModel!;
}
