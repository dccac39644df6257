using Infra.Model;
using Infra.Resources.Platform;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Utilities;
using StackConfig.Reading;

namespace Infra.Tests.Resources.Platform;

[Collection(ProcessExitCode.Name)]
public sealed class KubernetesProviderTests
{
    [Fact]
    public async Task A_cluster_of_the_stack_is_reached_through_its_DNS_endpoint()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var cluster = new Cluster("gke", new() { Location = "us-east5" });
            _ = KubernetesProvider.ForCluster("access", cluster, Address, new() { Parent = cluster });
        });

        var provider = graph.Resource("access");
        var server = "https://[unknown: gke.controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint]";
        Assert.Contains($"server: \"{server}\"", provider.TextAt("kubeconfig"), StringComparison.Ordinal);
        Assert.Contains(
            "current-context: \"[unknown: gke.name]\"",
            provider.TextAt("kubeconfig"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("certificate", provider.TextAt("kubeconfig"), StringComparison.Ordinal);
        Assert.Equal([graph.Resource("gke").Urn], provider.DependsOn.ToArray());
    }

    [Fact]
    public async Task A_cluster_of_the_stack_is_identified_by_a_path_that_is_known_before_it_exists()
    {
        var graph = await Recorded.StackAsync(() =>
            _ = KubernetesProvider.ForCluster("access", new Cluster("gke", new() { Location = "us-east5" }), Address)
        );

        Assert.Equal(
            "projects/shop/locations/us-east5/clusters/prod",
            graph.Resource("access").TextAt("clusterIdentifier")
        );
    }

    [Fact]
    public async Task A_cluster_that_is_named_is_looked_up()
    {
        var graph = await StackText.RecordAsync(Existing());

        var provider = graph.Resource("cluster");
        Assert.Equal("projects/shop-project/locations/us-east5/clusters/prod", provider.TextAt("clusterIdentifier"));
        Assert.Contains("current-context: prod", provider.TextAt("kubeconfig"), StringComparison.Ordinal);
        Assert.Contains(
            "server: \"https://[unknown: getCluster.",
            provider.TextAt("kubeconfig"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true, "https://gke-1.example", false)]
    [InlineData(false, "https://203.0.113.7", true)]
    public async Task The_DNS_endpoint_is_used_if_it_allows_external_traffic(bool open, string server, bool certificate)
    {
        var cloud = new ScriptedCloud { Answer = _ => Found(open) };

        await cloud.DeployAsync(Stack(Existing()));

        var asked = Assert.Single(cloud.Calls);
        Assert.Equal(("prod", "us-east5", "shop-project"), (asked["name"], asked["location"], asked["project"]));
        var kubeconfig = (string)cloud.Inputs["cluster"]["kubeconfig"];
        Assert.Contains($"server: \"{server}\"", kubeconfig, StringComparison.Ordinal);
        Assert.Equal(
            certificate,
            kubeconfig.Contains("certificate-authority-data: \"Q0E=\"", StringComparison.Ordinal)
        );
        Assert.Equal(
            "projects/shop-project/locations/us-east5/clusters/prod",
            cloud.Inputs["cluster"]["clusterIdentifier"]
        );
    }

    [Theory]
    [InlineData(
        true,
        "gcloud container clusters get-credentials prod --location us-east5 --project shop-project --dns-endpoint"
    )]
    [InlineData(false, "gcloud container clusters get-credentials prod --location us-east5 --project shop-project")]
    public async Task The_command_for_credentials_uses_the_endpoint_of_the_provider(bool open, string command)
    {
        var outputs = await new ScriptedCloud { Answer = _ => Found(open) }.DeployAsync(Stack(Existing()));

        Assert.Equal(command, await OutputUtilities.GetValueAsync((Output<string>)outputs["getCredentials"]!));
    }

    [Fact]
    public async Task The_cluster_is_read_from_the_outputs_of_another_stack()
    {
        var cloud = new ScriptedCloud
        {
            Answer = _ => Found(open: true),
            StackOutputs = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["clusterName"] = "prod",
                ["clusterLocation"] = "us-east5",
                ["project"] = "shop-project",
            },
        };

        await cloud.DeployAsync(Stack(OfAnotherStack));

        Assert.Equal("prod", Assert.Single(cloud.Calls)["name"]);
        Assert.Contains(
            "current-context: prod",
            (string)cloud.Inputs["cluster"]["kubeconfig"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Offline_the_outputs_of_another_stack_are_unknown_and_named()
    {
        var graph = await StackText.RecordAsync(OfAnotherStack);

        var provider = graph.Resource("cluster");
        Assert.Equal("[unknown: me/shop/base]", provider.TextAt("kubeconfig"));
        Assert.Equal("[unknown: me/shop/base]", provider.TextAt("clusterIdentifier"));
        Assert.Equal([graph.Resource("me/shop/base").Urn], provider.DependsOn.ToArray());
    }

    [Theory]
    [InlineData(null, "{}")]
    [InlineData("mine", "{clusterIdentifier: mine, context: mine}")]
    public async Task The_default_kubeconfig_is_not_set_explicitly(string? context, string inputs)
    {
        var graph = await Recorded.StackAsync(() => _ = KubernetesProvider.ForContext("access", context));

        Assert.Equal(inputs, graph.Resource("access").Inputs.Show());
    }

    [Fact]
    public async Task A_cluster_without_a_project_is_identified_by_the_project_of_its_look_up()
    {
        var graph = await StackText.RecordAsync(Existing("name: prod, location: us-east5"));

        Assert.Equal(
            "projects/[unknown: getCluster.project]/locations/us-east5/clusters/prod",
            graph.Resource("cluster").TextAt("clusterIdentifier")
        );
    }

    private const string OfAnotherStack = $"cluster: {{ existing: {{ stack: me/shop/base }} }}\n{Serving}";

    private const string Serving =
        $"servings:\n  - {{ name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp, {StackText.SmallModel} }}";

    private static string Existing(string cluster = "name: prod, location: us-east5, project: shop-project") =>
        $"cluster: {{ existing: {{ {cluster} }} }}\n{Serving}";

    private static StackModel Stack(string config) => StackText.Load(config, Severity.Warning).StackModel!;

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
}
