namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class EnvVarSourceArgs : ResourceArgs
{
    [Input("configMapKeyRef")]
    public Input<ConfigMapKeySelectorArgs>? ConfigMapKeyRef { get; set; }

    [Input("fieldRef")]
    public Input<ObjectFieldSelectorArgs>? FieldRef { get; set; }

    [Input("secretKeyRef")]
    public Input<SecretKeySelectorArgs>? SecretKeyRef { get; set; }
}
