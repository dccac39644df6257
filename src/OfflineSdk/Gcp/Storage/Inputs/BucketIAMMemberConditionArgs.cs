namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketIAMMemberConditionArgs : ResourceArgs
{
    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("expression", required: true)]
    public Input<string> Expression { get; set; } = null!;

    [Input("title", required: true)]
    public Input<string> Title { get; set; } = null!;
}
