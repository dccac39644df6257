using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

public class ClusterRoleBindingArgs : ResourceArgs, IKubernetesArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    [Input("roleRef", required: true)]
    public Input<RoleRefArgs> RoleRef { get; set; } = null!;

    [field: Input("subjects")]
    public InputList<SubjectArgs> Subjects
    {
        get => field ??= [];
        set;
    }
}
