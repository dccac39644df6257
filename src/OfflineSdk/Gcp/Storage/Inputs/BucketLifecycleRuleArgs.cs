namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketLifecycleRuleArgs : ResourceArgs
{
    [Input("action", required: true)]
    public Input<BucketLifecycleRuleActionArgs> Action { get; set; } = null!;

    [Input("condition", required: true)]
    public Input<BucketLifecycleRuleConditionArgs> Condition { get; set; } = null!;
}
