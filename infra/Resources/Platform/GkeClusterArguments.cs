using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>The arguments of a cluster.</summary>
internal static class GkeClusterArguments
{
    /// <summary>The arguments of the cluster that <paramref name="plan"/> describes.</summary>
    /// <param name="plan">What it is to be.</param>
    /// <param name="place">Where in the network it goes.</param>
    /// <param name="account">The service account of its first nodes.</param>
    public static ClusterArgs Of(PlatformPlan plan, ClusterPlace place, Input<string> account)
    {
        var settings = plan.Cluster.Settings;
        var args = new ClusterArgs
        {
            Name = plan.Cluster.Name,
            Project = plan.Project,
            Location = plan.Region,
            DeletionProtection = plan.Cluster.DeletionProtection,
            ResourceLabels = plan.Labels.ToDictionary(StringComparer.Ordinal),
            MinMasterVersion = settings.MinVersion.Text,
            ReleaseChannel = new ClusterReleaseChannelArgs
            {
                Channel = settings.ReleaseChannel.ToString().ToUpperInvariant(),
            },
            MaintenancePolicy = GkeMaintenance.Policy(settings.Maintenance),
            RemoveDefaultNodePool = true,
            InitialNodeCount = 1,
            NodeConfig = FirstNodes(plan, account),
            LoggingConfig = GkeObservability.Logging(),
            MonitoringConfig = GkeObservability.Monitoring(),
            CostManagementConfig = new ClusterCostManagementConfigArgs { Enabled = true },
            AddonsConfig = new ClusterAddonsConfigArgs
            {
                GcsFuseCsiDriverConfig = new ClusterAddonsConfigGcsFuseCsiDriverConfigArgs { Enabled = true },
            },
        };
        Connect(args, plan, place);
        Secure(args, plan);
        return args;
    }

    private static void Connect(ClusterArgs args, PlatformPlan plan, ClusterPlace place)
    {
        args.Network = place.Network;
        args.Subnetwork = place.Subnetwork;
        args.NetworkingMode = "VPC_NATIVE";
        args.IpAllocationPolicy = new ClusterIpAllocationPolicyArgs
        {
            ClusterSecondaryRangeName = place.PodRange,
            ServicesSecondaryRangeName = place.ServiceRange,
        };
        args.DatapathProvider = "ADVANCED_DATAPATH";
        args.NetworkPolicy = new ClusterNetworkPolicyArgs { Enabled = false };
        args.EnableIntranodeVisibility = true;
        args.PrivateClusterConfig = GkeControlPlane.Private(plan);
        args.ControlPlaneEndpointsConfig = GkeControlPlane.Endpoints(plan);
        args.MasterAuthorizedNetworksConfig = GkeControlPlane.AuthorizedNetworks(plan);
    }

    private static void Secure(ClusterArgs args, PlatformPlan plan)
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
