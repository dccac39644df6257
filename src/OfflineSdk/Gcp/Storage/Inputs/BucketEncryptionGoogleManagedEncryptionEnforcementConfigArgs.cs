namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketEncryptionGoogleManagedEncryptionEnforcementConfigArgs : ResourceArgs
{
    [Input("effectiveTime")]
    public Input<string>? EffectiveTime { get; set; }

    [Input("restrictionMode", required: true)]
    public Input<string> RestrictionMode { get; set; } = null!;
}
