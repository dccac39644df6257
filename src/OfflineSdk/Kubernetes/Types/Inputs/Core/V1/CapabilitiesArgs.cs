namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class CapabilitiesArgs : ResourceArgs
{
    [field: Input("add")]
    public InputList<string> Add
    {
        get => field ??= [];
        set;
    }

    [field: Input("drop")]
    public InputList<string> Drop
    {
        get => field ??= [];
        set;
    }
}
