namespace Pulumi.Gcp.Compute;

public sealed class RouterArgs : ResourceArgs
{
    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("network")]
    public Input<string>? Network { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("region")]
    public Input<string>? Region { get; set; }
}
