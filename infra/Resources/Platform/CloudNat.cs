using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;
using Vpc = Pulumi.Gcp.Compute.Network;

namespace Infra.Resources.Platform;

/// <summary>Cloud NAT for nodes without public addresses, which also pull images from outside Google's network.</summary>
internal static class CloudNat
{
    /// <summary>Creates the NAT and its router.</summary>
    /// <param name="name">The prefix of the resources' names.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="vpc">The network.</param>
    /// <param name="subnetwork">The subnetwork of the nodes.</param>
    /// <param name="parent">The component that the resources belong to.</param>
    public static void Create(string name, PlatformModel platform, Vpc vpc, Subnetwork subnetwork, Resource parent)
    {
        var router = new Router(
            $"{name}-router",
            new RouterArgs
            {
                Name = platform.GetName("-router"),
                Network = vpc.Id,
                Region = platform.Region,
            },
            new() { Parent = parent }
        );
        _ = new RouterNat(
            $"{name}-nat",
            new RouterNatArgs
            {
                Name = platform.GetName("-nat"),
                Router = router.Name,
                Region = platform.Region,
                NatIpAllocateOption = "AUTO_ONLY",
                SourceSubnetworkIpRangesToNat = "LIST_OF_SUBNETWORKS",
                Subnetworks =
                {
                    new RouterNatSubnetworkArgs { Name = subnetwork.Id, SourceIpRangesToNats = { "ALL_IP_RANGES" } },
                },
                LogConfig = new RouterNatLogConfigArgs { Enable = true, Filter = "ERRORS_ONLY" },
            },
            // Google Cloud does not delete a subnetwork that a NAT refers to, so the NAT must be deleted first.
            new() { Parent = parent, ReplaceWith = [subnetwork] }
        );
    }
}
