namespace Pulumi.Gcp.Compute.Inputs;

public sealed class FirewallAllowArgs : ResourceArgs
{
    [field: Input("ports")]
    public InputList<string> Ports
    {
        get => field ??= [];
        set;
    }

    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;
}
