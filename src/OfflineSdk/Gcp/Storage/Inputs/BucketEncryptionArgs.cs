namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketEncryptionArgs : ResourceArgs
{
    [Input("customerManagedEncryptionEnforcementConfig")]
    public Input<BucketEncryptionCustomerManagedEncryptionEnforcementConfigArgs>? CustomerManagedEncryptionEnforcementConfig { get; set; }

    [Input("customerSuppliedEncryptionEnforcementConfig")]
    public Input<BucketEncryptionCustomerSuppliedEncryptionEnforcementConfigArgs>? CustomerSuppliedEncryptionEnforcementConfig { get; set; }

    [Input("defaultKmsKeyName")]
    public Input<string>? DefaultKmsKeyName { get; set; }

    [Input("googleManagedEncryptionEnforcementConfig")]
    public Input<BucketEncryptionGoogleManagedEncryptionEnforcementConfigArgs>? GoogleManagedEncryptionEnforcementConfig { get; set; }
}
