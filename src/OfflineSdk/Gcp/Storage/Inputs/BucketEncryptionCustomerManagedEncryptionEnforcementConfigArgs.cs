namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketEncryptionCustomerManagedEncryptionEnforcementConfigArgs : ResourceArgs
{
    [Input("effectiveTime")]
    public Input<string>? EffectiveTime { get; set; }

    [Input("restrictionMode", required: true)]
    public Input<string> RestrictionMode { get; set; } = null!;
}
