using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Yaml.V2;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class KubernetesTests
{
    [Fact]
    public async Task An_object_has_apiVersion_and_kind()
    {
        var run = new ScriptedRun();
        await run.RunAsync(() => _ = new Service("service", new ServiceArgs()));

        Assert.Equal("kubernetes:core/v1:Service", run["service"].Type);
        Assert.Equal("v1", run["service"].Inputs["apiVersion"]);
        Assert.Equal("Service", run["service"].Inputs["kind"]);
    }

    [Fact]
    public async Task A_custom_resource_has_its_own_type_token()
    {
        var run = new ScriptedRun();
        await run.RunAsync(() => _ = new Pulumi.Kubernetes.ApiExtensions.CustomResource("lws", new LwsArgs()));

        Assert.Equal("kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet", run["lws"].Type);
        Assert.Equal("leaderworkerset.x-k8s.io/v1", run["lws"].Inputs["apiVersion"]);
        Assert.Equal("LeaderWorkerSet", run["lws"].Inputs["kind"]);
    }

    [Fact]
    public async Task Everything_in_the_data_of_a_secret_is_secret()
    {
        var args = new SecretArgs
        {
            StringData = new InputMap<string> { ["token"] = "t" },
            Data = new InputMap<string> { ["file"] = "Zg==" },
        };

        Assert.True(await Output.IsSecretAsync(args.StringData.ToOutput()));
        Assert.True(await Output.IsSecretAsync(args.Data.ToOutput()));
        Assert.Equal("t", (await OutputUtilities.GetValueAsync(args.StringData.ToOutput()))["token"]);
    }

    [Fact]
    public async Task Metadata_is_read_from_the_state()
    {
        Namespace? made = null;
        var metadata = new Dictionary<string, object> { ["name"] = "serving" };
        var run = new ScriptedRun
        {
            Answer = args => (args.Name, new Dictionary<string, object> { ["metadata"] = metadata }),
        };
        await run.RunAsync(() =>
            made = new Namespace("n", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "serving" } })
        );

        Assert.Equal("serving", await OutputUtilities.GetValueAsync(made!.Metadata.Apply(data => data.Name)));
    }

    [Fact]
    public async Task A_manifest_is_one_remote_component_whose_outputs_come_from_the_state()
    {
        ConfigFile? file = null;
        var run = new ScriptedRun
        {
            Answer = _ => (null, new Dictionary<string, object> { ["resources"] = ImmutableArray.Create("a") }),
        };
        await run.RunAsync(() => file = new ConfigFile("lws", new() { File = "https://example.com/lws.yaml" }));

        Assert.Equal("kubernetes:yaml/v2:ConfigFile", run["lws"].Type);
        Assert.Equal("https://example.com/lws.yaml", run["lws"].Inputs["file"]);
        Assert.Equal<object>(["a"], await OutputUtilities.GetValueAsync(file!.Resources));
    }

    private sealed class LwsArgs() : CustomResourceArgs("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet");
}
