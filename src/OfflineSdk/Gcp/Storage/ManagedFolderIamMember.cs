namespace Pulumi.Gcp.Storage;

public class ManagedFolderIamMember(string name, ManagedFolderIamMemberArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:storage/managedFolderIamMember:ManagedFolderIamMember", name, args, options)
{
    [Output("member")]
    public Output<string> Member { get; private set; } = null!;

    [Output("role")]
    public Output<string> Role { get; private set; } = null!;
}
