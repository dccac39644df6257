using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class ClusterTests
{
    [Theory]
    [InlineData("dev", "false", null)]
    [InlineData("prod", "true", "true")]
    public async Task A_cluster_is_protected_in_prod(string environment, string deletionProtection, string? protect)
    {
        var cluster = await ClusterAsync($"environment: {environment}");

        Assert.Equal(deletionProtection, cluster.TextAt("deletionProtection"));
        Assert.Equal(protect is not null, cluster.Options["protect"] is PlanBool { Value: true });
    }

    [Fact]
    public async Task Both_kinds_of_protection_can_be_configured()
    {
        var cluster = await ClusterAsync(
            "environment: prod\ncluster: { managed: { deletionProtection: false, protect: false } }"
        );

        Assert.Equal("false", cluster.TextAt("deletionProtection"));
        Assert.NotEqual(new PlanBool(true), cluster.Options["protect"]);
    }

    [Fact]
    public async Task Only_the_cluster_and_data_buckets_are_protected()
    {
        var graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving("a"),
            "environment: prod\nstorage: { checkpointBuckets: [my-models] }"
        );

        var isProtected = graph.Resources.Where(resource => resource.Options["protect"] is PlanBool { Value: true });
        Assert.Equal(
            ["my-models", "platform-cluster"],
            isProtected.Select(resource => resource.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_control_plane_has_only_a_DNS_endpoint_by_default()
    {
        var cluster = await ClusterAsync("");

        Assert.Equal("true", cluster.TextAt("controlPlaneEndpointsConfig|dnsEndpointConfig|allowExternalTraffic"));
        Assert.Equal("false", cluster.TextAt("controlPlaneEndpointsConfig|ipEndpointsConfig|enabled"));
        Assert.Equal("true", cluster.TextAt("privateClusterConfig|enablePrivateEndpoint"));
    }

    [Fact]
    public async Task The_control_plane_has_an_IP_endpoint_only_with_authorized_networks()
    {
        var cluster = await ClusterAsync("cluster: { managed: { authorizedNetworks: [198.51.100.0/24] } }");

        Assert.Equal("true", cluster.TextAt("controlPlaneEndpointsConfig|ipEndpointsConfig|enabled"));
        Assert.Equal("false", cluster.TextAt("privateClusterConfig|enablePrivateEndpoint"));
        Assert.Equal("198.51.100.0/24", cluster.TextAt("masterAuthorizedNetworksConfig|cidrBlocks|0|cidrBlock"));
    }

    [Fact]
    public async Task Metrics_are_named_in_the_order_in_which_gke_answers() =>
        Assert.Equal(
            ["SYSTEM_COMPONENTS", "STORAGE", "POD", "DEPLOYMENT", "STATEFULSET", "CADVISOR", "KUBELET"],
            (await ClusterAsync("")).TextsAt("monitoringConfig|enableComponents")
        );

    [Theory]
    [InlineData("", "[nodeConfig, masterAuthorizedNetworksConfig]")]
    [InlineData("cluster: { managed: { authorizedNetworks: [198.51.100.0/24] } }", "[nodeConfig]")]
    public async Task Values_that_Google_normalizes_are_not_a_change(string setting, string ignored) =>
        Assert.Equal(ignored, (await ClusterAsync(setting)).Options["ignoreChanges"].Show());

    [Fact]
    public async Task Node_upgrades_are_excluded_by_default()
    {
        const string scope = "maintenancePolicy|maintenanceExclusions|0|exclusionOptions|scope";
        var usual = await ClusterAsync("");
        var none = await ClusterAsync("cluster: { managed: { maintenance: { exclusion: none } } }");

        Assert.Equal("NO_MINOR_OR_NODE_UPGRADES", usual.TextAt(scope));
        Assert.Null(none.TextAt(scope));
    }

    [Theory]
    [InlineData("releaseChannel|channel", "REGULAR")]
    [InlineData("minMasterVersion", null)]
    [InlineData("datapathProvider", "ADVANCED_DATAPATH")]
    [InlineData("networkingMode", "VPC_NATIVE")]
    [InlineData("workloadIdentityConfig|workloadPool", "my-project.svc.id.goog")]
    [InlineData("addonsConfig|gcsFuseCsiDriverConfig|enabled", "true")]
    [InlineData("monitoringConfig|managedPrometheus|enabled", "true")]
    [InlineData("costManagementConfig|enabled", "true")]
    [InlineData("nodePoolDefaults|nodeConfigDefaults|insecureKubeletReadonlyPortEnabled", "FALSE")]
    [InlineData("location", "us-east5")]
    public async Task A_created_cluster_has_the_required_configuration(string path, string? value) =>
        Assert.Equal(value, (await ClusterAsync("")).TextAt(path));

    [Fact]
    public async Task A_minimum_version_is_passed_only_if_set() =>
        Assert.Equal(
            "1.36",
            (await ClusterAsync("cluster: { managed: { minVersion: 1.36 } }")).TextAt("minMasterVersion")
        );

    [Fact]
    public async Task System_nodes_use_the_zones_that_GKE_chooses_or_those_that_are_set()
    {
        const string zones = "cluster: { managed: { systemPool: { zones: [us-east5-a, us-east5-c] } } }";
        var usual = (await ManagedStack.RecordAsync(ManagedStack.Serving("a"))).Single("NodePool", "platform-system");
        var chosen = (await ManagedStack.RecordAsync(ManagedStack.Serving("a"), zones)).Single(
            "NodePool",
            "platform-system"
        );

        Assert.Empty(usual.TextsAt("nodeLocations"));
        Assert.Equal(["us-east5-a", "us-east5-c"], chosen.TextsAt("nodeLocations"));
        Assert.Equal("GKE_METADATA", usual.TextAt("nodeConfig|workloadMetadataConfig|mode"));
    }

    [Fact]
    public async Task Everything_that_google_bills_by_label_has_labels()
    {
        var graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving("a"),
            "cluster: { managed: { labels: { team: models } } }"
        );

        Assert.Equal("models", graph.Single("Cluster").TextAt("resourceLabels|team"));
        Assert.All(graph.GetResources("Bucket"), bucket => Assert.Equal("models", bucket.TextAt("labels|team")));
        Assert.All(
            graph.GetResources("NodePool"),
            pool => Assert.Equal("models", pool.TextAt("nodeConfig|resourceLabels|team"))
        );
    }

    [Fact]
    public async Task APIs_are_enabled_if_configured_and_never_disabled()
    {
        var usual = await ManagedStack.RecordAsync(ManagedStack.Serving("a"));
        var asked = await ManagedStack.RecordAsync(
            ManagedStack.Serving("a"),
            "cluster: { managed: { enableApis: true } }"
        );

        Assert.DoesNotContain(usual.Resources, resource => resource.Type == "gcp:projects/service:Service");
        var apis = asked.Resources.Where(resource => resource.Type == "gcp:projects/service:Service").ToList();
        Assert.Contains("tpu.googleapis.com", apis.Select(api => api.TextAt("service")));
        Assert.All(apis, api => Assert.Equal("false", api.TextAt("disableOnDestroy")));
    }

    private static async Task<ResourceState> ClusterAsync(string more) =>
        (await ManagedStack.RecordAsync(ManagedStack.Serving("a"), more)).Single("Cluster");
}
