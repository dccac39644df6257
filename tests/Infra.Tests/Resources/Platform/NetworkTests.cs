using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class NetworkTests
{
    [Fact]
    public async Task A_network_has_jumbo_frames_and_no_automatic_subnetworks()
    {
        var network = (await RecordAsync()).Resources.Single(resource =>
            resource.Type == "gcp:compute/network:Network"
        );

        Assert.Equal(("8896", "false"), (network.TextAt("mtu"), network.TextAt("autoCreateSubnetworks")));
    }

    [Fact]
    public async Task A_subnetwork_has_ranges_for_pods_and_services_and_reaches_google_privately()
    {
        var graph = await RecordAsync("network: { podRange: 10.8.0.0/14 }");
        var subnetwork = graph.Single("Subnetwork");
        var cluster = graph.Single("Cluster");

        Assert.Equal("true", subnetwork.TextAt("privateIpGoogleAccess"));
        Assert.Equal(("pods", "10.8.0.0/14"), Range(subnetwork, 0));
        Assert.Equal(("services", "10.0.32.0/20"), Range(subnetwork, 1));
        Assert.Equal("pods", cluster.TextAt("ipAllocationPolicy|clusterSecondaryRangeName"));
        Assert.Equal("services", cluster.TextAt("ipAllocationPolicy|servicesSecondaryRangeName"));
    }

    [Fact]
    public async Task Private_nodes_reach_the_internet_through_Cloud_NAT()
    {
        var graph = await RecordAsync();

        Assert.Equal(graph.Single("Router").TextAt("name"), graph.Single("RouterNat").TextAt("router"));
        Assert.Contains(graph.Single("Router").Urn, graph.Single("RouterNat").DependsOn);
        Assert.Equal(
            "[unknown: platform-network-subnetwork.id]",
            graph.Single("RouterNat").TextAt("subnetworks|0|name")
        );
        Assert.All(
            graph.GetResources("NodePool"),
            pool => Assert.Equal("true", pool.TextAt("networkConfig|enablePrivateNodes"))
        );
    }

    [Fact]
    public async Task Only_the_control_plane_can_reach_the_webhook()
    {
        var graph = await RecordAsync("network: { controlPlaneRange: 172.16.9.0/28 }");
        var rule = graph.Single("Firewall");

        Assert.Equal(["172.16.9.0/28"], rule.TextsAt("sourceRanges"));
        Assert.Equal("172.16.9.0/28", graph.Single("Cluster").TextAt("privateClusterConfig|masterIpv4CidrBlock"));
        Assert.Equal(("tcp", "9443"), (rule.TextAt("allows|0|protocol"), rule.TextAt("allows|0|ports|0")));
        var tag = Assert.Single(rule.TextsAt("targetTags"));
        Assert.All(graph.GetResources("NodePool"), pool => Assert.Contains(tag, pool.TextsAt("nodeConfig|tags")));
        Assert.Contains(tag, graph.Single("Cluster").TextsAt("nodeConfig|tags"));
    }

    [Fact]
    public async Task An_existing_network_is_used_and_not_changed()
    {
        var graph = await RecordAsync(
            "network: { existing: { network: vpc, subnetwork: sub, podRange: p, serviceRange: s } }"
        );
        var cluster = graph.Single("Cluster");

        Assert.DoesNotContain(
            graph.Resources,
            resource => resource.Type.StartsWith("gcp:compute/", StringComparison.Ordinal)
        );
        Assert.Equal(("vpc", "sub"), (cluster.TextAt("network"), cluster.TextAt("subnetwork")));
        Assert.Equal("p", cluster.TextAt("ipAllocationPolicy|clusterSecondaryRangeName"));
        Assert.Equal("s", cluster.TextAt("ipAllocationPolicy|servicesSecondaryRangeName"));
    }

    private static (string?, string?) Range(ResourceState subnetwork, int index) =>
        (
            subnetwork.TextAt($"secondaryIpRanges|{index}|rangeName"),
            subnetwork.TextAt($"secondaryIpRanges|{index}|ipCidrRange")
        );

    private static Task<StackGraph> RecordAsync(string more = "") =>
        ManagedStack.RecordAsync(ManagedStack.Serving("a"), more);
}
