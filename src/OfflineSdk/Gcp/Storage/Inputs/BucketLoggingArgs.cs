namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketLoggingArgs : ResourceArgs
{
    [Input("logBucket", required: true)]
    public Input<string> LogBucket { get; set; } = null!;

    [Input("logObjectPrefix")]
    public Input<string>? LogObjectPrefix { get; set; }
}
