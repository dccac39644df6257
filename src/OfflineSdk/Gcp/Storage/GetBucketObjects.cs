namespace Pulumi.Gcp.Storage;

public static class GetBucketObjects
{
    public static Task<GetBucketObjectsResult> InvokeAsync(GetBucketObjectsArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetBucketObjectsResult>(
            "gcp:storage/getBucketObjects:getBucketObjects",
            args,
            options
        );

    public static Output<GetBucketObjectsResult> Invoke(
        GetBucketObjectsInvokeArgs args,
        InvokeOptions? options = null
    ) =>
        Deployment.Instance.Invoke<GetBucketObjectsResult>(
            "gcp:storage/getBucketObjects:getBucketObjects",
            args,
            options
        );

    public static Output<GetBucketObjectsResult> Invoke(GetBucketObjectsInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetBucketObjectsResult>(
            "gcp:storage/getBucketObjects:getBucketObjects",
            args,
            options
        );
}
