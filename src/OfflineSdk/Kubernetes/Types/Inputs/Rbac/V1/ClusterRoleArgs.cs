using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

public class ClusterRoleArgs : ResourceArgs, IKubernetesArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    [field: Input("rules")]
    public InputList<PolicyRuleArgs> Rules
    {
        get => field ??= [];
        set;
    }
}
