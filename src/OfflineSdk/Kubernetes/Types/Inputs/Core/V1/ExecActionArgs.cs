namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class ExecActionArgs : ResourceArgs
{
    [field: Input("command")]
    public InputList<string> Command
    {
        get => field ??= [];
        set;
    }
}
