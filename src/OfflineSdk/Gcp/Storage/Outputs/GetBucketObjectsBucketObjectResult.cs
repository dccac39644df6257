namespace Pulumi.Gcp.Storage.Outputs;

[OutputType]
[method: OutputConstructor]
public sealed class GetBucketObjectsBucketObjectResult(
    string contentType,
    string mediaLink,
    string name,
    string selfLink,
    string storageClass
)
{
    public readonly string ContentType = contentType;

    public readonly string MediaLink = mediaLink;

    public readonly string Name = name;

    public readonly string SelfLink = selfLink;

    public readonly string StorageClass = storageClass;
}
