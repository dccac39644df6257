namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class VolumeResourceRequirementsArgs : ResourceArgs
{
    [field: Input("limits")]
    public InputMap<string> Limits
    {
        get => field ??= [];
        set;
    }

    [field: Input("requests")]
    public InputMap<string> Requests
    {
        get => field ??= [];
        set;
    }
}
