using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;
using Vpc = Pulumi.Gcp.Compute.Network;

namespace Infra.Resources.Platform;

/// <summary>The ways out of a network and into it.</summary>
internal static class NetworkGates
{
    /// <summary>Where the webhook of LeaderWorkerSet listens; GKE itself opens only 443 and 10250.</summary>
    private const string WebhookPort = "9443";

    /// <summary>Lets nodes out: images come from outside Google's network too, and no node has an address of its own there.</summary>
    public static void DeclareWayOut(PlatformPlan plan, Vpc vpc, Subnetwork subnetwork, CustomResourceOptions options)
    {
        var router = new Router(
            "router",
            new RouterArgs
            {
                Name = plan.NameOf("-router"),
                Network = vpc.Id,
                Region = plan.Region,
            },
            options
        );
        _ = new RouterNat(
            "nat",
            new RouterNatArgs
            {
                Name = plan.NameOf("-nat"),
                Router = router.Name,
                Region = plan.Region,
                NatIpAllocateOption = "AUTO_ONLY",
                SourceSubnetworkIpRangesToNat = "LIST_OF_SUBNETWORKS",
                Subnetworks =
                {
                    new RouterNatSubnetworkArgs { Name = subnetwork.Id, SourceIpRangesToNats = { "ALL_IP_RANGES" } },
                },
                LogConfig = new RouterNatLogConfigArgs { Enable = true, Filter = "ERRORS_ONLY" },
            },
            // Google Cloud does not delete a subnetwork that a NAT names, so that this one has to go first.
            new() { Parent = options.Parent, ReplaceWith = [subnetwork] }
        );
    }

    /// <summary>Lets the control plane reach webhooks on nodes.</summary>
    public static void DeclareWayIn(PlatformPlan plan, Vpc vpc, CustomResourceOptions options) =>
        _ = new Firewall(
            "webhooks",
            new FirewallArgs
            {
                Name = plan.NameOf("-webhooks"),
                Network = vpc.Id,
                Description = "The control plane reaches the webhook of LeaderWorkerSet.",
                Direction = "INGRESS",
                SourceRanges = { plan.Network.ControlPlaneRange.Text },
                TargetTags = { NodeParts.Tag(plan) },
                Allows =
                {
                    new FirewallAllowArgs { Protocol = "tcp", Ports = { WebhookPort } },
                },
            },
            options
        );
}
