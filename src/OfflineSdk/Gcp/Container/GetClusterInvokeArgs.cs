namespace Pulumi.Gcp.Container;

public sealed class GetClusterInvokeArgs : InvokeArgs
{
    [Input("location")]
    public Input<string>? Location { get; set; }

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("project")]
    public Input<string>? Project { get; set; }
}
