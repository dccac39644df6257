namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterWorkloadIdentityConfigArgs : ResourceArgs
{
    [Input("workloadPool")]
    public Input<string>? WorkloadPool { get; set; }
}
