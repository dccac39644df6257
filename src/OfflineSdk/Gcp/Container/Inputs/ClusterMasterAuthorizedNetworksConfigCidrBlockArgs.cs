namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMasterAuthorizedNetworksConfigCidrBlockArgs : ResourceArgs
{
    [Input("cidrBlock", required: true)]
    public Input<string> CidrBlock { get; set; } = null!;

    [Input("displayName")]
    public Input<string>? DisplayName { get; set; }
}
