namespace Pulumi.Gcp.Storage;

public sealed class ManagedFolderArgs : ResourceArgs
{
    [Input("bucket", required: true)]
    public Input<string> Bucket { get; set; } = null!;

    [Input("deletionPolicy")]
    public Input<string>? DeletionPolicy { get; set; }

    [Input("forceDestroy")]
    public Input<bool>? ForceDestroy { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }
}
