using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace Infra.Resources.Platform;

/// <summary>A VPC for nodes without public addresses: subnetwork, way out, and the control plane's way in to webhooks.</summary>
public sealed class Network : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:Network";

    /// <summary>The largest packet of Google's network; slices exchange data in large ones. Source: Cluster Toolkit, tpu-recipes.</summary>
    private const int Mtu = 8896;

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
        NetworkGates.DeclareWayOut(plan, vpc, subnetwork, Child);
        NetworkGates.DeclareWayIn(plan, vpc, Child);
        Resources = [vpc, subnetwork];
        Place = new(vpc.Name, subnetwork.Name, PodRange, ServiceRange);
        RegisterOutputs();
    }

    /// <summary>Where the cluster goes.</summary>
    public ClusterPlace Place { get; }

    /// <summary>What cannot be replaced without the cluster in it.</summary>
    public ImmutableArray<Resource> Resources { get; }

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
            // The provider would change these in place, which Google Cloud refuses for ranges that a cluster uses.
            new()
            {
                Parent = this,
                DeleteBeforeReplace = true,
                ReplaceOnChanges = { "secondaryIpRanges" },
            }
        );

    private static SubnetworkSecondaryIpRangeArgs Range(string name, CidrRange range) =>
        new() { RangeName = name, IpCidrRange = range.Text };
}
