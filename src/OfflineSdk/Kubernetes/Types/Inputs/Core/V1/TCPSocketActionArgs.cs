namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class TCPSocketActionArgs : ResourceArgs
{
    [Input("host")]
    public Input<string>? Host { get; set; }

    [Input("port", required: true)]
    public InputUnion<int, string> Port { get; set; } = null!;
}
