namespace Pulumi.Gcp.Storage;

public sealed class ManagedFolderIamMemberArgs : ResourceArgs
{
    [Input("bucket", required: true)]
    public Input<string> Bucket { get; set; } = null!;

    [Input("managedFolder", required: true)]
    public Input<string> ManagedFolder { get; set; } = null!;

    [Input("member", required: true)]
    public Input<string> Member { get; set; } = null!;

    [Input("role", required: true)]
    public Input<string> Role { get; set; } = null!;
}
