using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;
using Vpc = Pulumi.Gcp.Compute.Network;

namespace Infra.Resources.Platform;

/// <summary>The firewall rule that lets the control plane call webhooks on nodes.</summary>
internal static class WebhookFirewall
{
    /// <summary>The port of LeaderWorkerSet's webhook; GKE itself opens only 443 and 10250.</summary>
    private const string WebhookPort = "9443";

    /// <summary>Creates the rule.</summary>
    public static void Create(string name, PlatformModel platform, Vpc vpc, CustomResourceOptions options) =>
        _ = new Firewall(
            name,
            new FirewallArgs
            {
                Name = platform.GetName("-webhooks"),
                Network = vpc.Id,
                Description = "Lets the control plane call the LeaderWorkerSet webhook.",
                Direction = "INGRESS",
                SourceRanges = { platform.Network.ControlPlaneRange.Text },
                TargetTags = { NodeConfigFactory.NetworkTag(platform) },
                Allows =
                {
                    new FirewallAllowArgs { Protocol = "tcp", Ports = { WebhookPort } },
                },
            },
            options
        );
}
