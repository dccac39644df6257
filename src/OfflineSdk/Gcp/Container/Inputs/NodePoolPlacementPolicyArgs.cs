namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolPlacementPolicyArgs : ResourceArgs
{
    [Input("policyName")]
    public Input<string>? PolicyName { get; set; }

    [Input("tpuTopology")]
    public Input<string>? TpuTopology { get; set; }

    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;
}
