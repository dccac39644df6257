using System.Collections.Immutable;
using Pulumi.Gcp.Container.Outputs;

namespace Pulumi.Gcp.Container;

[OutputType]
[method: OutputConstructor]
public sealed class GetClusterResult(
    ImmutableArray<GetClusterControlPlaneEndpointsConfigResult> controlPlaneEndpointsConfigs,
    string endpoint,
    string id,
    string? location,
    ImmutableArray<GetClusterMasterAuthResult> masterAuths,
    string masterVersion,
    string name,
    string network,
    ImmutableArray<string> nodeLocations,
    string? project,
    string selfLink,
    string subnetwork
)
{
    public readonly ImmutableArray<GetClusterControlPlaneEndpointsConfigResult> ControlPlaneEndpointsConfigs =
        controlPlaneEndpointsConfigs;

    public readonly string Endpoint = endpoint;

    public readonly string Id = id;

    public readonly string? Location = location;

    public readonly ImmutableArray<GetClusterMasterAuthResult> MasterAuths = masterAuths;

    public readonly string MasterVersion = masterVersion;

    public readonly string Name = name;

    public readonly string Network = network;

    public readonly ImmutableArray<string> NodeLocations = nodeLocations;

    public readonly string? Project = project;

    public readonly string SelfLink = selfLink;

    public readonly string Subnetwork = subnetwork;
}
