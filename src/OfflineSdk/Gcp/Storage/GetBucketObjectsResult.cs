using System.Collections.Immutable;
using Pulumi.Gcp.Storage.Outputs;

namespace Pulumi.Gcp.Storage;

[OutputType]
[method: OutputConstructor]
public sealed class GetBucketObjectsResult(
    string bucket,
    ImmutableArray<GetBucketObjectsBucketObjectResult> bucketObjects,
    string id,
    string? matchGlob,
    string? prefix
)
{
    public readonly string Bucket = bucket;

    public readonly ImmutableArray<GetBucketObjectsBucketObjectResult> BucketObjects = bucketObjects;

    public readonly string Id = id;

    public readonly string? MatchGlob = matchGlob;

    public readonly string? Prefix = prefix;
}
