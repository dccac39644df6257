namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class CSIVolumeSourceArgs : ResourceArgs
{
    [Input("driver", required: true)]
    public Input<string> Driver { get; set; } = null!;

    [Input("fsType")]
    public Input<string>? FsType { get; set; }

    [Input("nodePublishSecretRef")]
    public Input<LocalObjectReferenceArgs>? NodePublishSecretRef { get; set; }

    [Input("readOnly")]
    public Input<bool>? ReadOnly { get; set; }

    [field: Input("volumeAttributes")]
    public InputMap<string> VolumeAttributes
    {
        get => field ??= [];
        set;
    }
}
