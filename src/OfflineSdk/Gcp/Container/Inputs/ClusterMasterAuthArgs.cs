namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMasterAuthArgs : ResourceArgs
{
    [Input("clientCertificateConfig", required: true)]
    public Input<ClusterMasterAuthClientCertificateConfigArgs> ClientCertificateConfig { get; set; } = null!;
}
