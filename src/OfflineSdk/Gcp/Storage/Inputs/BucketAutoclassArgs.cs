namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketAutoclassArgs : ResourceArgs
{
    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;

    [Input("terminalStorageClass")]
    public Input<string>? TerminalStorageClass { get; set; }
}
