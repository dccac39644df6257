namespace Pulumi.Gcp.Storage;

public sealed class GetBucketObjectsInvokeArgs : InvokeArgs
{
    [Input("bucket", required: true)]
    public Input<string> Bucket { get; set; } = null!;

    [Input("matchGlob")]
    public Input<string>? MatchGlob { get; set; }

    [Input("prefix")]
    public Input<string>? Prefix { get; set; }
}
