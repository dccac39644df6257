namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class ResourceRequirementsArgs : ResourceArgs
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
