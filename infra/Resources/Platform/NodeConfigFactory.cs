using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>What all nodes have in common.</summary>
internal static class NodeConfigFactory
{
    /// <summary>The scope that leaves the decision to IAM; scopes cannot be changed once a pool exists.</summary>
    public const string CloudPlatformScope = "https://www.googleapis.com/auth/cloud-platform";

    /// <summary>The network tag by which the firewall knows the nodes.</summary>
    public static string NetworkTag(PlatformPlan plan) => plan.NameOf("-nodes");

    /// <summary>Nodes of a machine type that act as <paramref name="account"/>.</summary>
    public static NodePoolNodeConfigArgs Create(PlatformPlan plan, string machineType, Input<string> account) =>
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
            ResourceLabels = plan.Labels.ToDictionary(StringComparer.Ordinal),
            Tags = { NetworkTag(plan) },
        };

    /// <summary>Where pods get the identity of their node, or one of their own.</summary>
    /// <param name="mode"><c>GKE_METADATA</c> for one of their own, <c>GCE_METADATA</c> for that of the node.</param>
    public static NodePoolNodeConfigWorkloadMetadataConfigArgs CreateWorkloadMetadata(string mode) =>
        new() { Mode = mode };
}
