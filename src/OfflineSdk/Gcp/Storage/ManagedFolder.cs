namespace Pulumi.Gcp.Storage;

public class ManagedFolder(string name, ManagedFolderArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:storage/managedFolder:ManagedFolder", name, args, options)
{
    [Output("bucket")]
    public Output<string> Bucket { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;
}
