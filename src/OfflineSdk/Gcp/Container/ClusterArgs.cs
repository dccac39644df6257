using Pulumi.Gcp.Container.Inputs;

namespace Pulumi.Gcp.Container;

public sealed class ClusterArgs : ResourceArgs
{
    [Input("addonsConfig")]
    public Input<ClusterAddonsConfigArgs>? AddonsConfig { get; set; }

    [Input("clusterAutoscaling")]
    public Input<ClusterClusterAutoscalingArgs>? ClusterAutoscaling { get; set; }

    [Input("controlPlaneEndpointsConfig")]
    public Input<ClusterControlPlaneEndpointsConfigArgs>? ControlPlaneEndpointsConfig { get; set; }

    [Input("costManagementConfig")]
    public Input<ClusterCostManagementConfigArgs>? CostManagementConfig { get; set; }

    [Input("databaseEncryption")]
    public Input<ClusterDatabaseEncryptionArgs>? DatabaseEncryption { get; set; }

    [Input("datapathProvider")]
    public Input<string>? DatapathProvider { get; set; }

    [Input("defaultMaxPodsPerNode")]
    public Input<int>? DefaultMaxPodsPerNode { get; set; }

    [Input("deletionProtection")]
    public Input<bool>? DeletionProtection { get; set; }

    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("enableIntranodeVisibility")]
    public Input<bool>? EnableIntranodeVisibility { get; set; }

    [Input("enableLegacyAbac")]
    public Input<bool>? EnableLegacyAbac { get; set; }

    [Input("enableMultiNetworking")]
    public Input<bool>? EnableMultiNetworking { get; set; }

    [Input("enableShieldedNodes")]
    public Input<bool>? EnableShieldedNodes { get; set; }

    [Input("initialNodeCount")]
    public Input<int>? InitialNodeCount { get; set; }

    [Input("ipAllocationPolicy")]
    public Input<ClusterIpAllocationPolicyArgs>? IpAllocationPolicy { get; set; }

    [Input("location")]
    public Input<string>? Location { get; set; }

    [Input("loggingConfig")]
    public Input<ClusterLoggingConfigArgs>? LoggingConfig { get; set; }

    [Input("maintenancePolicy")]
    public Input<ClusterMaintenancePolicyArgs>? MaintenancePolicy { get; set; }

    [Input("masterAuth")]
    public Input<ClusterMasterAuthArgs>? MasterAuth { get; set; }

    [Input("masterAuthorizedNetworksConfig")]
    public Input<ClusterMasterAuthorizedNetworksConfigArgs>? MasterAuthorizedNetworksConfig { get; set; }

    [Input("minMasterVersion")]
    public Input<string>? MinMasterVersion { get; set; }

    [Input("monitoringConfig")]
    public Input<ClusterMonitoringConfigArgs>? MonitoringConfig { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("network")]
    public Input<string>? Network { get; set; }

    [Input("networkPolicy")]
    public Input<ClusterNetworkPolicyArgs>? NetworkPolicy { get; set; }

    [Input("networkingMode")]
    public Input<string>? NetworkingMode { get; set; }

    [Input("nodeConfig")]
    public Input<ClusterNodeConfigArgs>? NodeConfig { get; set; }

    [field: Input("nodeLocations")]
    public InputList<string> NodeLocations
    {
        get => field ??= [];
        set;
    }

    [Input("nodePoolDefaults")]
    public Input<ClusterNodePoolDefaultsArgs>? NodePoolDefaults { get; set; }

    [Input("privateClusterConfig")]
    public Input<ClusterPrivateClusterConfigArgs>? PrivateClusterConfig { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("releaseChannel")]
    public Input<ClusterReleaseChannelArgs>? ReleaseChannel { get; set; }

    [Input("removeDefaultNodePool")]
    public Input<bool>? RemoveDefaultNodePool { get; set; }

    [field: Input("resourceLabels")]
    public InputMap<string> ResourceLabels
    {
        get => field ??= [];
        set;
    }

    [Input("securityPostureConfig")]
    public Input<ClusterSecurityPostureConfigArgs>? SecurityPostureConfig { get; set; }

    [Input("subnetwork")]
    public Input<string>? Subnetwork { get; set; }

    [Input("workloadIdentityConfig")]
    public Input<ClusterWorkloadIdentityConfigArgs>? WorkloadIdentityConfig { get; set; }
}
