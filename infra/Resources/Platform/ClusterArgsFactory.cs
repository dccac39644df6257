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
        var plan = component.Plan;
        var settings = plan.Cluster.Settings;
        var args = new ClusterArgs
        {
            Name = plan.Cluster.Name,
            Project = plan.Project,
            Location = plan.Region,
            DeletionProtection = plan.Cluster.DeletionProtection,
            ResourceLabels = plan.Labels.ToDictionary(StringComparer.Ordinal),
            ReleaseChannel = new ClusterReleaseChannelArgs
            {
                Channel = settings.ReleaseChannel.ToString().ToUpperInvariant(),
            },
            MaintenancePolicy = GkeMaintenance.CreatePolicy(settings.Maintenance),
            RemoveDefaultNodePool = true,
            InitialNodeCount = 1,
            NodeConfig = CreateFirstNodeConfig(plan, component.NodeIdentity.Email),
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

        ConfigureNetworking(args, plan, component.Network);
        ConfigureSecurity(args, plan);
        return args;
    }

    private static void ConfigureNetworking(ClusterArgs args, PlatformPlan plan, ClusterNetwork network)
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
        args.PrivateClusterConfig = GkeControlPlane.CreatePrivateClusterConfig(plan);
        args.ControlPlaneEndpointsConfig = GkeControlPlane.CreateEndpointsConfig(plan);
        args.MasterAuthorizedNetworksConfig = GkeControlPlane.CreateAuthorizedNetworksConfig(plan);
    }

    private static void ConfigureSecurity(ClusterArgs args, PlatformPlan plan)
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
        args.WorkloadIdentityConfig = new ClusterWorkloadIdentityConfigArgs { WorkloadPool = plan.WorkloadPool };
        args.NodePoolDefaults = new ClusterNodePoolDefaultsArgs
        {
            NodeConfigDefaults = new ClusterNodePoolDefaultsNodeConfigDefaultsArgs
            {
                InsecureKubeletReadonlyPortEnabled = "FALSE",
            },
        };
    }

    /// <summary>The nodes that GKE creates with the cluster; they are removed immediately afterwards.</summary>
    private static ClusterNodeConfigArgs CreateFirstNodeConfig(PlatformPlan plan, Input<string> account) =>
        new()
        {
            MachineType = plan.Cluster.Settings.SystemPool.MachineType,
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
            Tags = { NodeConfigFactory.NetworkTag(plan) },
        };
}
