namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class SecretVolumeSourceArgs : ResourceArgs
{
    [Input("defaultMode")]
    public Input<int>? DefaultMode { get; set; }

    [field: Input("items")]
    public InputList<KeyToPathArgs> Items
    {
        get => field ??= [];
        set;
    }

    [Input("optional")]
    public Input<bool>? Optional { get; set; }

    [Input("secretName")]
    public Input<string>? SecretName { get; set; }
}
