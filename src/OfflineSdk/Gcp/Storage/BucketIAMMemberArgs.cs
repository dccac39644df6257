using Pulumi.Gcp.Storage.Inputs;

namespace Pulumi.Gcp.Storage;

public sealed class BucketIAMMemberArgs : ResourceArgs
{
    [Input("bucket", required: true)]
    public Input<string> Bucket { get; set; } = null!;

    [Input("condition")]
    public Input<BucketIAMMemberConditionArgs>? Condition { get; set; }

    [Input("member", required: true)]
    public Input<string> Member { get; set; } = null!;

    [Input("role", required: true)]
    public Input<string> Role { get; set; } = null!;
}
