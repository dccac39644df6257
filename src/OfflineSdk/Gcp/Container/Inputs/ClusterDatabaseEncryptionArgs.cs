namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterDatabaseEncryptionArgs : ResourceArgs
{
    [Input("keyName")]
    public Input<string>? KeyName { get; set; }

    [Input("state", required: true)]
    public Input<string> State { get; set; } = null!;
}
