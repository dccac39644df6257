using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class PersistentVolumeClaimSpecArgs : ResourceArgs
{
    [field: Input("accessModes")]
    public InputList<string> AccessModes
    {
        get => field ??= [];
        set;
    }

    [Input("resources")]
    public Input<VolumeResourceRequirementsArgs>? Resources { get; set; }

    [Input("selector")]
    public Input<LabelSelectorArgs>? Selector { get; set; }

    [Input("storageClassName")]
    public Input<string>? StorageClassName { get; set; }

    [Input("volumeMode")]
    public Input<string>? VolumeMode { get; set; }

    [Input("volumeName")]
    public Input<string>? VolumeName { get; set; }
}
