using Infra.Preview.Recording;
using Infra.Settings;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Platform;

public sealed class OutputTests
{
    [Fact]
    public async Task A_stack_tells_what_it_made()
    {
        var servings =
            Managed.Serving("a", "replicas: 2", "namespace: apart") + Managed.Serving("b", "deployed: false");
        var stack = await MakeAsync(Managed.Stack(servings));

        Assert.Equal("my-project", await Known(stack.Project));
        Assert.Contains("gke-cluster.name", await Known(stack.ClusterName), StringComparison.Ordinal);
        Assert.Contains("gke-cluster.location", await Known(stack.ClusterLocation), StringComparison.Ordinal);
        Assert.EndsWith(
            "--project my-project --dns-endpoint",
            await Known(stack.GetCredentials),
            StringComparison.Ordinal
        );
        Assert.Equal("http://a-http.apart.svc:8000", Assert.Single(await Known(stack.Services)).Value);
        Assert.Equal(
            "kubectl --namespace apart port-forward service/a-http 8000:8000",
            Assert.Single(await Known(stack.Commands)).Value["portForward"]
        );
        Assert.Equal(2, (await Known(stack.NodePools)).Length);
        Assert.Equal(32, await Known(stack.Chips));
    }

    [Theory]
    [InlineData("existing: {}", null)]
    [InlineData("existing: { name: mine, location: us-east5, project: my-project }", "mine")]
    public async Task A_stack_in_a_cluster_that_exists_tells_which_where_that_is_known(string cluster, string? name)
    {
        var stack = await MakeAsync(
            $"cluster: {{ {cluster} }}\nservings:\n  - {{ name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp }}"
        );

        Assert.Equal(name, await Known(stack.ClusterName));
        Assert.Equal(name is null, await Known(stack.GetCredentials) is null);
        Assert.Empty(await Known(stack.NodePools));
        Assert.Equal("http://a-http:8000", Assert.Single(await Known(stack.Services)).Value);
    }

    private static async Task<InferenceStack> MakeAsync(string config)
    {
        var loaded = StackText.Load(config, Severity.Warning);
        InferenceStack? made = null;
        await Recorder.RecordAsync(
            "jetstream-pathways",
            "test",
            (options, placeholders) => made = new InferenceStack(loaded.Blueprint!, placeholders.Secret, options)
        );
        return made!;
    }

    private static Task<T> Known<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
