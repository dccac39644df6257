namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketRetentionPolicyArgs : ResourceArgs
{
    [Input("isLocked")]
    public Input<bool>? IsLocked { get; set; }

    [Input("retentionPeriod", required: true)]
    public Input<string> RetentionPeriod { get; set; } = null!;
}
