namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketLifecycleRuleActionArgs : ResourceArgs
{
    [Input("storageClass")]
    public Input<string>? StorageClass { get; set; }

    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;
}
