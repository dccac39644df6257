namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMasterAuthClientCertificateConfigArgs : ResourceArgs
{
    [Input("issueClientCertificate", required: true)]
    public Input<bool> IssueClientCertificate { get; set; } = null!;
}
