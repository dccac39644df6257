using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;
using Vpc = Pulumi.Gcp.Compute.Network;

namespace Infra.Resources.Platform;

/// <summary>A VPC for nodes without public addresses, with a subnetwork, Cloud NAT and a firewall rule for webhooks.</summary>
public sealed class Network : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:Network";

    /// <summary>The largest MTU of Google's network, for the traffic between slices. Source: Cluster Toolkit, tpu-recipes.</summary>
    private const int Mtu = 8896;

    private const string PodRange = "pods";
    private const string ServiceRange = "services";

    /// <summary>Creates the network.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The platform.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        var vpc = CreateVpc(name, args.Platform);
        var subnetwork = CreateSubnetwork($"{name}-subnetwork", args.Platform, vpc);
        CloudNat.Create(name, args.Platform, vpc, subnetwork, this);
        WebhookFirewall.Create($"{name}-webhooks", args.Platform, vpc, new() { Parent = this });
        Resources = [vpc, subnetwork];
        VpcName = vpc.Name;
        SubnetworkName = subnetwork.Name;
        RegisterOutputs();
    }

    /// <summary>The name of the VPC.</summary>
    [Output("vpcName")]
    public Output<string> VpcName { get; private set; }

    /// <summary>The name of the nodes' subnetwork.</summary>
    [Output("subnetworkName")]
    public Output<string> SubnetworkName { get; private set; }

    /// <summary>The network as a cluster uses it.</summary>
    public ClusterNetwork ClusterNetwork => new(VpcName, SubnetworkName, PodRange, ServiceRange);

    /// <summary>The resources whose replacement replaces a cluster in the network.</summary>
    public ImmutableArray<Resource> Resources { get; }

    private Vpc CreateVpc(string name, PlatformModel platform) =>
        new(
            name,
            new()
            {
                Name = platform.GetName(""),
                AutoCreateSubnetworks = false,
                RoutingMode = "REGIONAL",
                Mtu = Mtu,
            },
            new() { Parent = this }
        );

    private Subnetwork CreateSubnetwork(string name, PlatformModel platform, Vpc vpc) =>
        new(
            name,
            new SubnetworkArgs
            {
                Name = platform.GetName("-nodes"),
                Network = vpc.Id,
                Region = platform.Region,
                IpCidrRange = platform.Network.NodeRange.Text,
                SecondaryIpRanges =
                {
                    SecondaryRange(PodRange, platform.Network.PodRange),
                    SecondaryRange(ServiceRange, platform.Network.ServiceRange),
                },
                PrivateIpGoogleAccess = true,
                LogConfig = new SubnetworkLogConfigArgs
                {
                    AggregationInterval = "INTERVAL_10_MIN",
                    FlowSampling = 0.1,
                    Metadata = "EXCLUDE_ALL_METADATA",
                },
            },
            // The provider would update these in place, which Google Cloud rejects for ranges in use by a cluster.
            new()
            {
                Parent = this,
                DeleteBeforeReplace = true,
                ReplaceOnChanges = { "secondaryIpRanges" },
            }
        );

    private static SubnetworkSecondaryIpRangeArgs SecondaryRange(string name, CidrRange range) =>
        new() { RangeName = name, IpCidrRange = range.Text };
}

/// <summary>The arguments of a <see cref="Network"/>.</summary>
public sealed class NetworkArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformModel Platform { get; init; }
}
