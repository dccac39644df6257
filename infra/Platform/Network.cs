using Infra.Settings.Platform;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace Infra.Platform;

/// <summary>A VPC for nodes without public addresses: subnetwork, way out, and the control plane's way in to webhooks.</summary>
public sealed class Network : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:Network";

    /// <summary>The largest packet of Google's network; slices exchange data in large ones. Source: Cluster Toolkit, tpu-recipes.</summary>
    private const int Mtu = 8896;

    /// <summary>Where the webhook of LeaderWorkerSet listens; GKE itself opens only 443 and 10250.</summary>
    private const string WebhookPort = "9443";

    private const string PodRange = "pods";
    private const string ServiceRange = "services";

    private readonly PlatformPlan _plan;

    /// <summary>Declares the network.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="plan">What it is to be.</param>
    /// <param name="options">The component's options.</param>
    public Network(string name, PlatformPlan plan, ComponentResourceOptions options)
        : base(Token, name, options)
    {
        _plan = plan;
        var vpc = DeclareVpc();
        var subnetwork = DeclareSubnetwork(vpc);
        DeclareWayOut(vpc, subnetwork);
        DeclareWayIn(vpc);
        Place = new(vpc.Name, subnetwork.Name, PodRange, ServiceRange);
        RegisterOutputs();
    }

    /// <summary>Where the cluster goes.</summary>
    public ClusterPlace Place { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    private Pulumi.Gcp.Compute.Network DeclareVpc() =>
        new(
            "network",
            new()
            {
                Name = _plan.NameOf(""),
                AutoCreateSubnetworks = false,
                RoutingMode = "REGIONAL",
                Mtu = Mtu,
            },
            Child
        );

    private Subnetwork DeclareSubnetwork(Pulumi.Gcp.Compute.Network vpc) =>
        new(
            "subnetwork",
            new SubnetworkArgs
            {
                Name = _plan.NameOf("-nodes"),
                Network = vpc.Id,
                Region = _plan.Region,
                IpCidrRange = _plan.Network.NodeRange.Text,
                SecondaryIpRanges =
                {
                    Range(PodRange, _plan.Network.PodRange),
                    Range(ServiceRange, _plan.Network.ServiceRange),
                },
                PrivateIpGoogleAccess = true,
                LogConfig = new SubnetworkLogConfigArgs
                {
                    AggregationInterval = "INTERVAL_10_MIN",
                    FlowSampling = 0.1,
                    Metadata = "EXCLUDE_ALL_METADATA",
                },
            },
            Child
        );

    private static SubnetworkSecondaryIpRangeArgs Range(string name, CidrRange range) =>
        new() { RangeName = name, IpCidrRange = range.Text };

    /// <summary>Images come from outside Google's network too, and no node has an address of its own there.</summary>
    private void DeclareWayOut(Pulumi.Gcp.Compute.Network vpc, Subnetwork subnetwork)
    {
        var router = new Router(
            "router",
            new RouterArgs
            {
                Name = _plan.NameOf("-router"),
                Network = vpc.Id,
                Region = _plan.Region,
            },
            Child
        );
        _ = new RouterNat(
            "nat",
            new RouterNatArgs
            {
                Name = _plan.NameOf("-nat"),
                Router = router.Name,
                Region = _plan.Region,
                NatIpAllocateOption = "AUTO_ONLY",
                SourceSubnetworkIpRangesToNat = "LIST_OF_SUBNETWORKS",
                Subnetworks =
                {
                    new RouterNatSubnetworkArgs { Name = subnetwork.Id, SourceIpRangesToNats = { "ALL_IP_RANGES" } },
                },
                LogConfig = new RouterNatLogConfigArgs { Enable = true, Filter = "ERRORS_ONLY" },
            },
            Child
        );
    }

    private void DeclareWayIn(Pulumi.Gcp.Compute.Network vpc) =>
        _ = new Firewall(
            "webhooks",
            new FirewallArgs
            {
                Name = _plan.NameOf("-webhooks"),
                Network = vpc.Id,
                Description = "The control plane reaches the webhook of LeaderWorkerSet.",
                Direction = "INGRESS",
                SourceRanges = { _plan.Network.ControlPlaneRange.Text },
                TargetTags = { NodeParts.Tag(_plan) },
                Allows =
                {
                    new FirewallAllowArgs { Protocol = "tcp", Ports = { WebhookPort } },
                },
            },
            Child
        );
}

/// <summary>Where in a network a cluster goes.</summary>
/// <param name="Network">The VPC.</param>
/// <param name="Subnetwork">Its subnetwork.</param>
/// <param name="PodRange">The subnetwork's secondary range for pods.</param>
/// <param name="ServiceRange">The subnetwork's secondary range for Services.</param>
public sealed record ClusterPlace(
    Input<string> Network,
    Input<string> Subnetwork,
    Input<string> PodRange,
    Input<string> ServiceRange
);
