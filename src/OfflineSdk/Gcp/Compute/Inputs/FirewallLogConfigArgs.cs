namespace Pulumi.Gcp.Compute.Inputs;

public sealed class FirewallLogConfigArgs : ResourceArgs
{
    [Input("metadata", required: true)]
    public Input<string> Metadata { get; set; } = null!;
}
