using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>Creates the arguments of a GKE cluster.</summary>
internal static class ClusterArgsFactory
{
    /// <summary>Creates the arguments of the cluster that a component describes.</summary>
    public static ClusterArgs Create(GkeClusterArgs component)
    {
        var platform = component.Platform;
        var settings = platform.Cluster.Settings;
        var args = new ClusterArgs
        {
            Name = platform.Cluster.Name,
            Project = platform.Project,
            Location = platform.Region,
            DeletionProtection = platform.Cluster.DeletionProtection,
            ResourceLabels = platform.Labels.ToDictionary(StringComparer.Ordinal),
            ReleaseChannel = new ClusterReleaseChannelArgs
            {
                Channel = settings.ReleaseChannel.ToString().ToUpperInvariant(),
            },
            MaintenancePolicy = GkeMaintenance.CreatePolicy(settings.Maintenance),
            RemoveDefaultNodePool = true,
            InitialNodeCount = 1,
            NodeConfig = CreateFirstNodeConfig(platform, component.NodeIdentity.Email),
            LoggingConfig = GkeObservability.CreateLoggingConfig(),
            MonitoringConfig = GkeObservability.CreateMonitoringConfig(),
            CostManagementConfig = new ClusterCostManagementConfigArgs { Enabled = true },
            AddonsConfig = new ClusterAddonsConfigArgs
            {
                GcsFuseCsiDriverConfig = new ClusterAddonsConfigGcsFuseCsiDriverConfigArgs { Enabled = true },
            },
        };
        if (settings.MinVersion is { } version)
        {
            args.MinMasterVersion = version.Text;
        }

        ConfigureNetworking(args, platform, component.Network);
        ConfigureSecurity(args, platform);
        return args;
    }

    private static void ConfigureNetworking(ClusterArgs args, PlatformModel platform, ClusterNetwork network)
    {
        args.Network = network.Network;
        args.Subnetwork = network.Subnetwork;
        args.NetworkingMode = "VPC_NATIVE";
        args.IpAllocationPolicy = new ClusterIpAllocationPolicyArgs
        {
            ClusterSecondaryRangeName = network.PodRange,
            ServicesSecondaryRangeName = network.ServiceRange,
        };
        args.DatapathProvider = "ADVANCED_DATAPATH";
        args.NetworkPolicy = new ClusterNetworkPolicyArgs { Enabled = false };
        args.EnableIntranodeVisibility = true;
        args.PrivateClusterConfig = GkeControlPlane.CreatePrivateClusterConfig(platform);
        args.ControlPlaneEndpointsConfig = GkeControlPlane.CreateEndpointsConfig(platform);
        args.MasterAuthorizedNetworksConfig = GkeControlPlane.CreateAuthorizedNetworksConfig(platform);
    }

    private static void ConfigureSecurity(ClusterArgs args, PlatformModel platform)
    {
        args.EnableLegacyAbac = false;
        args.EnableShieldedNodes = true;
        args.MasterAuth = new ClusterMasterAuthArgs
        {
            ClientCertificateConfig = new ClusterMasterAuthClientCertificateConfigArgs
            {
                IssueClientCertificate = false,
            },
        };
        args.WorkloadIdentityConfig = new ClusterWorkloadIdentityConfigArgs { WorkloadPool = platform.WorkloadPool };
        args.NodePoolDefaults = new ClusterNodePoolDefaultsArgs
        {
            NodeConfigDefaults = new ClusterNodePoolDefaultsNodeConfigDefaultsArgs
            {
                InsecureKubeletReadonlyPortEnabled = "FALSE",
            },
        };
    }

    /// <summary>The nodes that GKE creates with the cluster; they are removed immediately afterwards.</summary>
    private static ClusterNodeConfigArgs CreateFirstNodeConfig(PlatformModel platform, Input<string> account) =>
        new()
        {
            MachineType = platform.Cluster.Settings.SystemPool.MachineType,
            ImageType = "COS_CONTAINERD",
            ServiceAccount = account,
            OauthScopes = { NodeConfigFactory.CloudPlatformScope },
            ShieldedInstanceConfig = new ClusterNodeConfigShieldedInstanceConfigArgs
            {
                EnableIntegrityMonitoring = true,
                EnableSecureBoot = true,
            },
            WorkloadMetadataConfig = new ClusterNodeConfigWorkloadMetadataConfigArgs { Mode = "GKE_METADATA" },
            Metadata = { ["disable-legacy-endpoints"] = "true" },
            Tags = { NodeConfigFactory.NetworkTag(platform) },
        };
}
