namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class ConfigMapVolumeSourceArgs : ResourceArgs
{
    [Input("defaultMode")]
    public Input<int>? DefaultMode { get; set; }

    [field: Input("items")]
    public InputList<KeyToPathArgs> Items
    {
        get => field ??= [];
        set;
    }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("optional")]
    public Input<bool>? Optional { get; set; }
}
