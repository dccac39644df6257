namespace Pulumi.Gcp.Compute.Inputs;

public sealed class RouterNatLogConfigArgs : ResourceArgs
{
    [Input("enable", required: true)]
    public Input<bool> Enable { get; set; } = null!;

    [Input("filter", required: true)]
    public Input<string> Filter { get; set; } = null!;
}
