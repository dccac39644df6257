namespace Pulumi.Gcp.Storage;

public class Bucket(string name, BucketArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:storage/bucket:Bucket", name, args, options)
{
    [Output("location")]
    public Output<string> Location { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("selfLink")]
    public Output<string> SelfLink { get; private set; } = null!;

    [Output("url")]
    public Output<string> Url { get; private set; } = null!;
}
