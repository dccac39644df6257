namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterLoggingConfigArgs : ResourceArgs
{
    [field: Input("enableComponents", required: true)]
    public InputList<string> EnableComponents
    {
        get => field ??= [];
        set;
    }
}
