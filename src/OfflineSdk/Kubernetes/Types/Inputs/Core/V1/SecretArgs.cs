using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class SecretArgs : ResourceArgs, IKubernetesArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [field: Input("data")]
    public InputMap<string> Data
    {
        get => field ??= [];
        set => field = Output.CreateSecret(value.ToOutput());
    }

    [Input("immutable")]
    public Input<bool>? Immutable { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    [field: Input("stringData")]
    public InputMap<string> StringData
    {
        get => field ??= [];
        set => field = Output.CreateSecret(value.ToOutput());
    }

    [Input("type")]
    public Input<string>? Type { get; set; }
}
