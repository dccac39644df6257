using Pulumi.Gcp.Container.Outputs;

namespace Pulumi.Gcp.Container;

public class Cluster(string name, ClusterArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("gcp:container/cluster:Cluster", name, args ?? new ClusterArgs(), options)
{
    [Output("controlPlaneEndpointsConfig")]
    public Output<ClusterControlPlaneEndpointsConfig> ControlPlaneEndpointsConfig { get; private set; } = null!;

    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; } = null!;

    [Output("location")]
    public Output<string> Location { get; private set; } = null!;

    [Output("masterAuth")]
    public Output<ClusterMasterAuth> MasterAuth { get; private set; } = null!;

    [Output("masterVersion")]
    public Output<string> MasterVersion { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("network")]
    public Output<string?> Network { get; private set; } = null!;

    [Output("project")]
    public Output<string> Project { get; private set; } = null!;

    [Output("selfLink")]
    public Output<string> SelfLink { get; private set; } = null!;

    [Output("subnetwork")]
    public Output<string> Subnetwork { get; private set; } = null!;
}
