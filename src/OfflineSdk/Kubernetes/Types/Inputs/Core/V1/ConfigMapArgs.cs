using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class ConfigMapArgs : ResourceArgs, IKubernetesArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [field: Input("binaryData")]
    public InputMap<string> BinaryData
    {
        get => field ??= [];
        set;
    }

    [field: Input("data")]
    public InputMap<string> Data
    {
        get => field ??= [];
        set;
    }

    [Input("immutable")]
    public Input<bool>? Immutable { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }
}
