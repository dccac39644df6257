namespace Pulumi.Gcp.Storage;

public sealed class GetBucketObjectsArgs : InvokeArgs
{
    [Input("bucket", required: true)]
    public string Bucket { get; set; } = null!;

    [Input("matchGlob")]
    public string? MatchGlob { get; set; }

    [Input("prefix")]
    public string? Prefix { get; set; }
}
