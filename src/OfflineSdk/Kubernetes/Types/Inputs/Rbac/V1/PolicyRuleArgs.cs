namespace Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

public class PolicyRuleArgs : ResourceArgs
{
    [field: Input("apiGroups")]
    public InputList<string> ApiGroups
    {
        get => field ??= [];
        set;
    }

    [field: Input("nonResourceURLs")]
    public InputList<string> NonResourceURLs
    {
        get => field ??= [];
        set;
    }

    [field: Input("resourceNames")]
    public InputList<string> ResourceNames
    {
        get => field ??= [];
        set;
    }

    [field: Input("resources")]
    public InputList<string> Resources
    {
        get => field ??= [];
        set;
    }

    [field: Input("verbs", required: true)]
    public InputList<string> Verbs
    {
        get => field ??= [];
        set;
    }
}
