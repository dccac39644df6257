namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketVersioningArgs : ResourceArgs
{
    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;
}
