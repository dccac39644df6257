using Infra.Settings.Platform;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Platform;

/// <summary>The arguments of a cluster.</summary>
internal static class GkeClusterArguments
{
    /// <summary>The arguments of the cluster that <paramref name="plan"/> describes.</summary>
    public static ClusterArgs Of(PlatformPlan plan, ClusterPlace place, Input<string> account) =>
        new()
        {
            Name = plan.Cluster.Name,
            Project = plan.Project,
            Location = plan.Region,
            DeletionProtection = plan.Cluster.DeletionProtection,
            ResourceLabels = plan.Labels.ToDictionary(StringComparer.Ordinal),
            MinMasterVersion = plan.Cluster.Settings.MinVersion.Text,
            ReleaseChannel = new ClusterReleaseChannelArgs
            {
                Channel = plan.Cluster.Settings.ReleaseChannel.ToString().ToUpperInvariant(),
            },
            MaintenancePolicy = GkeMaintenance.Policy(plan.Cluster.Settings.Maintenance),
            RemoveDefaultNodePool = true,
            InitialNodeCount = 1,
            NodeConfig = FirstNodes(plan, account),
            NodePoolDefaults = new ClusterNodePoolDefaultsArgs
            {
                NodeConfigDefaults = new ClusterNodePoolDefaultsNodeConfigDefaultsArgs
                {
                    InsecureKubeletReadonlyPortEnabled = "FALSE",
                },
            },
            Network = place.Network,
            Subnetwork = place.Subnetwork,
            NetworkingMode = "VPC_NATIVE",
            IpAllocationPolicy = new ClusterIpAllocationPolicyArgs
            {
                ClusterSecondaryRangeName = place.PodRange,
                ServicesSecondaryRangeName = place.ServiceRange,
            },
            DatapathProvider = "ADVANCED_DATAPATH",
            NetworkPolicy = new ClusterNetworkPolicyArgs { Enabled = false },
            EnableIntranodeVisibility = true,
            PrivateClusterConfig = GkeControlPlane.Private(plan),
            ControlPlaneEndpointsConfig = GkeControlPlane.Endpoints(plan),
            MasterAuthorizedNetworksConfig = GkeControlPlane.AuthorizedNetworks(plan),
            MasterAuth = new ClusterMasterAuthArgs
            {
                ClientCertificateConfig = new ClusterMasterAuthClientCertificateConfigArgs
                {
                    IssueClientCertificate = false,
                },
            },
            EnableLegacyAbac = false,
            EnableShieldedNodes = true,
            WorkloadIdentityConfig = new ClusterWorkloadIdentityConfigArgs
            {
                WorkloadPool = $"{plan.Project}.svc.id.goog",
            },
            AddonsConfig = new ClusterAddonsConfigArgs
            {
                GcsFuseCsiDriverConfig = new ClusterAddonsConfigGcsFuseCsiDriverConfigArgs { Enabled = true },
            },
            LoggingConfig = GkeObservability.Logging(),
            MonitoringConfig = GkeObservability.Monitoring(),
            CostManagementConfig = new ClusterCostManagementConfigArgs { Enabled = true },
        };

    /// <summary>The nodes that GKE makes with the cluster; they are removed at once, but run until then.</summary>
    private static ClusterNodeConfigArgs FirstNodes(PlatformPlan plan, Input<string> account) =>
        new()
        {
            MachineType = plan.Cluster.Settings.SystemPool.MachineType,
            ImageType = "COS_CONTAINERD",
            ServiceAccount = account,
            OauthScopes = { NodeParts.CloudPlatformScope },
            ShieldedInstanceConfig = new ClusterNodeConfigShieldedInstanceConfigArgs
            {
                EnableIntegrityMonitoring = true,
                EnableSecureBoot = true,
            },
            WorkloadMetadataConfig = new ClusterNodeConfigWorkloadMetadataConfigArgs { Mode = "GKE_METADATA" },
            Metadata = { ["disable-legacy-endpoints"] = "true" },
            Tags = { NodeParts.Tag(plan) },
        };
}
