namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class PersistentVolumeClaimVolumeSourceArgs : ResourceArgs
{
    [Input("claimName", required: true)]
    public Input<string> ClaimName { get; set; } = null!;

    [Input("readOnly")]
    public Input<bool>? ReadOnly { get; set; }
}
