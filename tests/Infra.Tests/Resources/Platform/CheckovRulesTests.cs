using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

/// <summary>What checkov asks of GKE clusters and node pools, rule by rule.</summary>
/// <remarks>
/// Waived, and why: CKV_GCP_69 on nodes with chips (Pathways needs the node's identity); CKV_GCP_65 (Google Groups for RBAC) and
/// CKV_GCP_66 (Binary Authorization), products that are not used here. CKV_GCP_9 is waived by GKE itself for flex-start, which refuses
/// automatic repair. CKV_GCP_22 and CKV_GCP_24 only ask something of versions that no longer exist.
/// </remarks>
public sealed class CheckovRulesTests : IAsyncLifetime
{
    private StackGraph _graph = null!;

    public async Task InitializeAsync() =>
        _graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving("a", "slices: 2", "capacity: { kind: spot }")
                + ManagedStack.Serving("b", "capacity: { kind: reservation, reservation: mine }")
                + ManagedStack.Serving("c", "topology: 2x4", "machineType: ct6e-standard-8t"),
            "cluster: { managed: { enableApis: true } }"
        );

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("CKV_GCP_7", "enableLegacyAbac", "false")]
    [InlineData("CKV_GCP_12", "networkPolicy|enabled", "false")]
    [InlineData("CKV_GCP_12", "datapathProvider", "ADVANCED_DATAPATH")]
    [InlineData("CKV_GCP_13", "masterAuth|clientCertificateConfig|issueClientCertificate", "false")]
    [InlineData("CKV_GCP_61", "enableIntranodeVisibility", "true")]
    [InlineData("CKV_GCP_68", "nodeConfig|shieldedInstanceConfig|enableSecureBoot", "true")]
    [InlineData("CKV_GCP_69", "nodeConfig|workloadMetadataConfig|mode", "GKE_METADATA")]
    [InlineData("CKV_GCP_71", "enableShieldedNodes", "true")]
    [InlineData("CKV_GCP_72", "nodeConfig|shieldedInstanceConfig|enableIntegrityMonitoring", "true")]
    public void The_cluster_sets_a_required_value(string rule, string path, string value) =>
        Assert.Equal((rule, value), (rule, _graph.Single("Cluster").TextAt(path)));

    [Theory]
    [InlineData("CKV_GCP_18", "masterAuthorizedNetworksConfig")]
    [InlineData("CKV_GCP_20", "masterAuthorizedNetworksConfig")]
    [InlineData("CKV_GCP_21", "resourceLabels|environment")]
    [InlineData("CKV_GCP_23", "ipAllocationPolicy")]
    [InlineData("CKV_GCP_25", "privateClusterConfig")]
    [InlineData("CKV_GCP_64", "privateClusterConfig")]
    [InlineData("CKV_GCP_70", "releaseChannel|channel")]
    public void The_cluster_sets_a_required_argument(string rule, string path) =>
        Assert.True(_graph.Single("Cluster").Inputs.At(path) is not null, $"{rule} requires {path}.");

    [Theory]
    [InlineData("CKV_GCP_1", "loggingService")]
    [InlineData("CKV_GCP_8", "monitoringService")]
    [InlineData("CKV_GCP_18", "masterAuthorizedNetworksConfig|cidrBlocks")]
    [InlineData("CKV_GCP_19", "masterAuth|password")]
    [InlineData("CKV_GCP_123", "nodePools")]
    [InlineData("CKV2_GCP_19", "enableKubernetesAlpha")]
    public void The_cluster_does_not_set_a_forbidden_argument(string rule, string path) =>
        Assert.True(_graph.Single("Cluster").Inputs.At(path) is null, $"{rule} forbids {path}.");

    [Theory]
    [InlineData("CKV_GCP_9", "management|autoRepair", "true")]
    [InlineData("CKV_GCP_10", "management|autoUpgrade", "true")]
    [InlineData("CKV_GCP_22", "nodeConfig|imageType", "COS_CONTAINERD")]
    [InlineData("CKV_GCP_67", "nodeConfig|metadata|disable-legacy-endpoints", "true")]
    [InlineData("CKV_GCP_68", "nodeConfig|shieldedInstanceConfig|enableSecureBoot", "true")]
    [InlineData("CKV_GCP_72", "nodeConfig|shieldedInstanceConfig|enableIntegrityMonitoring", "true")]
    public void Every_node_pool_sets_a_required_value(string rule, string path, string value) =>
        Assert.All(_graph.GetResources("NodePool"), pool => Assert.Equal((rule, value), (rule, pool.TextAt(path))));

    [Fact]
    public void CKV_GCP_69_is_waived_for_nodes_with_chips_and_for_no_other()
    {
        var waived = _graph
            .GetResources("NodePool")
            .Where(pool => pool.TextAt("nodeConfig|workloadMetadataConfig|mode") != "GKE_METADATA");

        Assert.Equal(_graph.TpuPools(), waived);
    }

    [Fact]
    public void CKV2_GCP_1_no_node_uses_the_default_account() =>
        Assert.All(_graph.GetResources("NodePool"), pool => Assert.NotNull(pool.TextAt("nodeConfig|serviceAccount")));

    [Fact]
    public void CKV2_GCP_18_the_network_has_a_firewall() => Assert.NotEmpty(_graph.GetResources("Firewall"));

    [Fact]
    public void CKV_GCP_26_and_74_the_subnetwork_logs_flows_and_reaches_google_privately()
    {
        Assert.NotNull(_graph.Single("Subnetwork").Inputs.At("logConfig"));
        Assert.Equal("true", _graph.Single("Subnetwork").TextAt("privateIpGoogleAccess"));
    }

    [Fact]
    public void CKV_GCP_29_and_114_buckets_are_uniform_and_not_public() =>
        Assert.All(
            _graph.GetResources("Bucket"),
            bucket =>
                Assert.Equal(
                    ("true", "enforced"),
                    (bucket.TextAt("uniformBucketLevelAccess"), bucket.TextAt("publicAccessPrevention"))
                )
        );
}
