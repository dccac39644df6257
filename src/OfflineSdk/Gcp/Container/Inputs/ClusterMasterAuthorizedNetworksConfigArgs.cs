namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMasterAuthorizedNetworksConfigArgs : ResourceArgs
{
    [field: Input("cidrBlocks")]
    public InputList<ClusterMasterAuthorizedNetworksConfigCidrBlockArgs> CidrBlocks
    {
        get => field ??= [];
        set;
    }

    [Input("gcpPublicCidrsAccessEnabled")]
    public Input<bool>? GcpPublicCidrsAccessEnabled { get; set; }

    [Input("privateEndpointEnforcementEnabled")]
    public Input<bool>? PrivateEndpointEnforcementEnabled { get; set; }
}
