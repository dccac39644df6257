using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>Creates the configuration that all nodes share.</summary>
internal static class NodeConfigFactory
{
    /// <summary>The scope that leaves authorization to IAM. Scopes cannot be changed after a pool is created.</summary>
    public const string CloudPlatformScope = "https://www.googleapis.com/auth/cloud-platform";

    /// <summary>The network tag of nodes, which firewall rules refer to.</summary>
    public static string NetworkTag(PlatformModel platform) => platform.GetName("-nodes");

    /// <summary>Creates the configuration of nodes that act as a service account.</summary>
    public static NodePoolNodeConfigArgs Create(PlatformModel platform, string machineType, Input<string> account) =>
        new()
        {
            MachineType = machineType,
            ImageType = "COS_CONTAINERD",
            ServiceAccount = account,
            OauthScopes = { CloudPlatformScope },
            ShieldedInstanceConfig = new NodePoolNodeConfigShieldedInstanceConfigArgs
            {
                EnableIntegrityMonitoring = true,
                EnableSecureBoot = true,
            },
            Gvnic = new NodePoolNodeConfigGvnicArgs { Enabled = true },
            Metadata = { ["disable-legacy-endpoints"] = "true" },
            ResourceLabels = platform.Labels.ToDictionary(StringComparer.Ordinal),
            Tags = { NetworkTag(platform) },
        };

    /// <summary>Creates the configuration of the metadata server, which gives pods their identity.</summary>
    /// <param name="mode"><c>GKE_METADATA</c> for Workload Identity, <c>GCE_METADATA</c> for the identity of the node.</param>
    public static NodePoolNodeConfigWorkloadMetadataConfigArgs CreateWorkloadMetadata(string mode) =>
        new() { Mode = mode };
}
