using Infra.Platform;
using Infra.Settings;
using Infra.Tests.Preview;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Utilities;

namespace Infra.Tests.Platform;

[Collection(ProcessExitCode.Name)]
public sealed class KubernetesAccessTests
{
    [Fact]
    public async Task A_cluster_of_the_stack_is_reached_through_its_DNS_endpoint()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var cluster = new Cluster("gke", new() { Location = "us-east5" });
            _ = KubernetesAccess.To("access", cluster, Address, new() { Parent = cluster });
        });

        var provider = graph.Node("access");
        var server = "https://[unknown: gke.controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint]";
        Assert.Contains($"server: \"{server}\"", provider.TextAt("kubeconfig"), StringComparison.Ordinal);
        Assert.Contains(
            "current-context: \"[unknown: gke.name]\"",
            provider.TextAt("kubeconfig"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("certificate", provider.TextAt("kubeconfig"), StringComparison.Ordinal);
        Assert.Equal([graph.Node("gke").Urn], provider.DependsOn.ToArray());
    }

    [Fact]
    public async Task A_cluster_of_the_stack_is_identified_by_a_path_that_is_known_before_it_exists()
    {
        var graph = await Recorded.StackAsync(() =>
            _ = KubernetesAccess.To("access", new Cluster("gke", new() { Location = "us-east5" }), Address)
        );

        Assert.Equal(
            "projects/shop/locations/us-east5/clusters/prod",
            graph.Node("access").TextAt("clusterIdentifier")
        );
    }

    [Fact]
    public async Task A_cluster_that_is_named_is_looked_up()
    {
        var graph = await Recorded.StackAsync(() => _ = AccessTo(Address));

        var provider = graph.Node("access");
        Assert.Equal("projects/shop/locations/us-east5/clusters/prod", provider.TextAt("clusterIdentifier"));
        Assert.Contains("current-context: \"prod\"", provider.TextAt("kubeconfig"), StringComparison.Ordinal);
        Assert.Contains(
            "server: \"https://[unknown: getCluster.",
            provider.TextAt("kubeconfig"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true, "https://gke-1.example", false)]
    [InlineData(false, "https://203.0.113.7", true)]
    public async Task The_DNS_endpoint_is_taken_where_it_lets_traffic_in(bool open, string server, bool certificate)
    {
        var cloud = new ScriptedCloud(Found(open));

        await cloud.RunAsync(() => _ = AccessTo(Address));

        var asked = Assert.Single(cloud.Calls);
        Assert.Equal(("prod", "us-east5", "shop"), (asked["name"], asked["location"], asked["project"]));
        var kubeconfig = (string)cloud.Inputs["access"]["kubeconfig"];
        Assert.Contains($"server: \"{server}\"", kubeconfig, StringComparison.Ordinal);
        Assert.Equal(
            certificate,
            kubeconfig.Contains("certificate-authority-data: \"Q0E=\"", StringComparison.Ordinal)
        );
        Assert.Equal("projects/shop/locations/us-east5/clusters/prod", cloud.Inputs["access"]["clusterIdentifier"]);
    }

    [Theory]
    [InlineData(
        true,
        "gcloud container clusters get-credentials prod --location us-east5 --project my-project --dns-endpoint"
    )]
    [InlineData(false, "gcloud container clusters get-credentials prod --location us-east5 --project my-project")]
    public async Task The_command_for_credentials_takes_the_endpoint_that_the_program_takes(bool open, string command)
    {
        var config = $$"""
            cluster: { existing: { name: prod, location: us-east5, project: my-project } }
            servings:
              - { name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp, {{StackText.SmallModel}} }
            """;
        var blueprint = StackText.Load(config, Severity.Warning).Blueprint!;
        InferenceStack? stack = null;

        var failure = await new ScriptedCloud(Found(open)).FailureAsync(() =>
            stack = new InferenceStack(blueprint, key => throw new InvalidOperationException(key))
        );

        Assert.True(failure.Length == 0, failure);
        Assert.Equal(command, await OutputUtilities.GetValueAsync(stack!.GetCredentials));
    }

    [Fact]
    public async Task The_outputs_of_another_stack_name_the_cluster()
    {
        var cloud = new ScriptedCloud(Found(open: true))
        {
            StackOutputs = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["clusterName"] = "prod",
                ["clusterLocation"] = "us-east5",
                ["project"] = "shop",
            },
        };

        await cloud.RunAsync(() => _ = AccessTo(ClusterAddress.Of(new StackReference("me/shop/base"))));

        Assert.Equal("prod", Assert.Single(cloud.Calls)["name"]);
        Assert.Contains(
            "current-context: \"prod\"",
            (string)cloud.Inputs["access"]["kubeconfig"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stack_without_those_outputs_is_told_by_name()
    {
        var cloud = new ScriptedCloud(Found(open: true))
        {
            StackOutputs = new Dictionary<string, object>(StringComparer.Ordinal),
        };

        var message = await cloud.FailureAsync(() =>
            _ = AccessTo(ClusterAddress.Of(new StackReference("me/shop/base")))
        );

        Assert.Contains("me/shop/base has no output ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_another_stack_is_an_unknown_with_its_name()
    {
        var graph = await Recorded.StackAsync(() =>
            _ = AccessTo(ClusterAddress.Of(new StackReference("me/shop/base")))
        );

        Assert.Equal("[unknown: me/shop/base]", graph.Node("access").TextAt("kubeconfig"));
        Assert.Equal("[unknown: me/shop/base]", graph.Node("access").TextAt("clusterIdentifier"));
        Assert.Equal([graph.Node("me/shop/base").Urn], graph.Node("access").DependsOn.ToArray());
    }

    [Theory]
    [InlineData(null, "{}")]
    [InlineData("mine", "{clusterIdentifier: mine, context: mine}")]
    public async Task The_kubeconfig_of_who_deploys_is_left_to_the_engine(string? context, string inputs)
    {
        var graph = await Recorded.StackAsync(() => _ = KubernetesAccess.ToContext("access", context));

        Assert.Equal(inputs, graph.Node("access").Inputs.Show());
    }

    [Fact]
    public async Task A_cluster_without_a_project_is_identified_by_the_one_that_it_is_found_in()
    {
        var graph = await Recorded.StackAsync(() => _ = AccessTo(new("prod", "us-east5")));

        Assert.Equal(
            "projects/[unknown: getCluster.project]/locations/us-east5/clusters/prod",
            graph.Node("access").TextAt("clusterIdentifier")
        );
    }

    private static ClusterAddress Address => new("prod", "us-east5", "shop");

    private static Dictionary<string, object> Found(bool open) =>
        new(StringComparer.Ordinal)
        {
            ["id"] = "projects/shop/locations/us-east5/clusters/prod",
            ["endpoint"] = "203.0.113.7",
            ["masterAuths"] = List(("clusterCaCertificate", "Q0E=")),
            ["controlPlaneEndpointsConfigs"] = List(
                ("dnsEndpointConfigs", List(("endpoint", "gke-1.example"), ("allowExternalTraffic", open)))
            ),
        };

    private static List<object> List(params (string Key, object Value)[] entries) =>
        [entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal)];

    private static Pulumi.Kubernetes.Provider AccessTo(ClusterAddress address) =>
        KubernetesAccess.To("access", address, KubernetesAccess.LookUp(address));
}
