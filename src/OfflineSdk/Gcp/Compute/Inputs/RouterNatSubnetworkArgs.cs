namespace Pulumi.Gcp.Compute.Inputs;

public sealed class RouterNatSubnetworkArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [field: Input("sourceIpRangesToNats", required: true)]
    public InputList<string> SourceIpRangesToNats
    {
        get => field ??= [];
        set;
    }
}
