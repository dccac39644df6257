namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class SeccompProfileArgs : ResourceArgs
{
    [Input("localhostProfile")]
    public Input<string>? LocalhostProfile { get; set; }

    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;
}
