namespace Pulumi.Gcp.Storage;

public class BucketIAMMember(string name, BucketIAMMemberArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:storage/bucketIAMMember:BucketIAMMember", name, args, options)
{
    [Output("bucket")]
    public Output<string> Bucket { get; private set; } = null!;

    [Output("member")]
    public Output<string> Member { get; private set; } = null!;

    [Output("role")]
    public Output<string> Role { get; private set; } = null!;
}
