namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketSoftDeletePolicyArgs : ResourceArgs
{
    [Input("effectiveTime")]
    public Input<string>? EffectiveTime { get; set; }

    [Input("retentionDurationSeconds")]
    public Input<int>? RetentionDurationSeconds { get; set; }
}
