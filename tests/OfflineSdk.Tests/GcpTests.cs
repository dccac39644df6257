using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class GcpTests
{
    [Fact]
    public async Task Blocks_of_a_cluster_are_read_from_the_state()
    {
        var dns = new Dictionary<string, object> { ["endpoint"] = "gke-1.example" };
        var state = new Dictionary<string, object>
        {
            ["masterAuth"] = new Dictionary<string, object> { ["clusterCaCertificate"] = "certificate" },
            ["controlPlaneEndpointsConfig"] = new Dictionary<string, object> { ["dnsEndpointConfig"] = dns },
        };
        Cluster? cluster = null;
        var run = new ScriptedRun { Answer = args => (args.Name, state) };
        await run.RunAsync(() => cluster = new Cluster("cluster"));

        Assert.Equal("gcp:container/cluster:Cluster", run["cluster"].Type);
        Assert.Equal(
            "certificate",
            await OutputUtilities.GetValueAsync(cluster!.MasterAuth.Apply(auth => auth.ClusterCaCertificate))
        );
        Assert.Equal(
            "gke-1.example",
            await OutputUtilities.GetValueAsync(
                cluster.ControlPlaneEndpointsConfig.Apply(config => config.DnsEndpointConfig?.Endpoint)
            )
        );
    }

    [Fact]
    public async Task A_function_calls_the_mocks()
    {
        MockCallArgs? asked = null;
        Output<GetClusterResult>? found = null;
        var run = new ScriptedRun
        {
            Call = args =>
            {
                asked = args;
                return new Dictionary<string, object> { ["endpoint"] = "10.0.0.1" };
            },
        };
        await run.RunAsync(() => found = GetCluster.Invoke(new GetClusterInvokeArgs { Name = "existing" }));

        Assert.Equal("gcp:container/getCluster:getCluster", asked!.Token);
        Assert.Equal("existing", asked.Args["name"]);
        Assert.Equal("10.0.0.1", await OutputUtilities.GetValueAsync(found!.Apply(cluster => cluster.Endpoint)));
    }

    [Fact]
    public async Task A_function_with_an_unknown_argument_is_not_called_and_returns_unknown()
    {
        Output<GetClusterResult>? found = null;
        var run = new ScriptedRun { Call = _ => throw new InvalidOperationException("asked") };
        await run.RunAsync(() =>
            found = GetCluster.Invoke(new GetClusterInvokeArgs { Name = OutputUtilities.CreateUnknown("") })
        );

        Assert.False(await OutputUtilities.GetIsKnownAsync(found!));
    }

    [Fact]
    public async Task A_function_depends_on_its_DependsOn_option_and_on_the_dependencies_of_its_arguments()
    {
        Thing? used = null;
        Thing? explicitOne = null;
        Output<GetClusterResult>? found = null;
        await new ScriptedRun().RunAsync(() =>
        {
            used = new Thing("used");
            explicitOne = new Thing("explicitOne");
            found = GetCluster.Invoke(
                new GetClusterInvokeArgs { Name = used.Id },
                new InvokeOutputOptions { DependsOn = { explicitOne } }
            );
        });

        var dependencies = await OutputUtilities.GetDependenciesAsync(found!);
        Assert.Equal(["explicitOne", "used"], dependencies.Select(resource => resource.GetResourceName()).Order());
    }
}
