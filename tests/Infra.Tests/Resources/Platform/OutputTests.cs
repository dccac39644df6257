using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Resources.Platform;

public sealed class OutputTests
{
    [Fact]
    public async Task A_managed_stack_exports_its_resources()
    {
        var servings =
            ManagedStack.Serving("a", "replicas: 2", "namespace: apart") + ManagedStack.Serving("b", "deployed: false");
        var stack = await StackText.GetOutputsAsync(ManagedStack.Stack(servings));

        Assert.Equal("my-project", await Text(stack["project"]));
        Assert.Contains("platform-cluster.name", await Text(stack["clusterName"]), StringComparison.Ordinal);
        Assert.Contains("platform-cluster.location", await Text(stack["clusterLocation"]), StringComparison.Ordinal);
        Assert.EndsWith(
            "--project my-project --dns-endpoint",
            await Text(stack["getCredentials"]),
            StringComparison.Ordinal
        );
        Assert.Equal("http://a-http.apart.svc:8000", Only(stack["services"]));
        var commands = Assert
            .Single((ImmutableDictionary<string, Output<ImmutableDictionary<string, string>>>)stack["commands"]!)
            .Value;
        Assert.Equal(
            "kubectl --namespace apart port-forward service/a-http 8000:8000",
            (await OutputUtilities.GetValueAsync(commands))["portForward"]
        );
        Assert.Empty((ImmutableDictionary<string, Output<string?>>)stack["internalAddresses"]!);
        Assert.Equal(2, (await NodePools(stack)).Length);
        Assert.Equal(32.0, stack["chips"]);
    }

    [Theory]
    [InlineData("existing: {}", null)]
    [InlineData("existing: { name: mine, location: us-east5, project: my-project }", "mine")]
    [InlineData("existing: { name: mine, location: us-east5 }", "mine")]
    public async Task A_stack_in_an_existing_cluster_exports_the_cluster_if_known(string cluster, string? name)
    {
        var stack = await StackText.GetOutputsAsync(
            $"cluster: {{ {cluster} }}\nservings:\n  - {{ name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp }}"
        );

        Assert.Equal(name, stack["clusterName"] is { } output ? await Text(output) : null);
        Assert.Equal(name is null, stack["getCredentials"] is null);
        Assert.Empty(await NodePools(stack));
        Assert.Equal("http://a-http:8000", Only(stack["services"]));
    }

    [Fact]
    public async Task Chips_beyond_the_largest_integer_are_counted()
    {
        var servings = string.Concat(
            Enumerable
                .Range(0, 10)
                .Select(n =>
                    $"  - {{ name: serving{n}, topology: 16x16, replicas: 1000000, "
                    + "checkpoint: gs://mine/model, scratch: gs://mine/tmp }\n"
                )
        );

        var stack = await StackText.GetOutputsAsync($"cluster: {{ existing: {{}} }}\nservings:\n{servings}");

        Assert.Equal(10 * 256_000_000.0, stack["chips"]);
    }

    private static Task<ImmutableArray<string>> NodePools(IDictionary<string, object?> stack) =>
        OutputUtilities.GetValueAsync((Output<ImmutableArray<string>>)stack["nodePools"]!);

    private static Task<string> Text(object? output) =>
        output switch
        {
            Output<string> text => OutputUtilities.GetValueAsync(text),
            Input<string> text => OutputUtilities.GetValueAsync(text.ToOutput()),
            _ => throw new NotSupportedException($"{output} is not a string"),
        };

    private static string Only(object? byServing) =>
        Assert.Single((ImmutableDictionary<string, string>)byServing!).Value;
}
