namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class VolumeArgs : ResourceArgs
{
    [Input("configMap")]
    public Input<ConfigMapVolumeSourceArgs>? ConfigMap { get; set; }

    [Input("csi")]
    public Input<CSIVolumeSourceArgs>? Csi { get; set; }

    [Input("emptyDir")]
    public Input<EmptyDirVolumeSourceArgs>? EmptyDir { get; set; }

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("persistentVolumeClaim")]
    public Input<PersistentVolumeClaimVolumeSourceArgs>? PersistentVolumeClaim { get; set; }

    [Input("secret")]
    public Input<SecretVolumeSourceArgs>? Secret { get; set; }
}
