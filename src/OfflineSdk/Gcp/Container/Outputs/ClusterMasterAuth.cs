namespace Pulumi.Gcp.Container.Outputs;

[OutputType]
[method: OutputConstructor]
public sealed class ClusterMasterAuth(string? clientCertificate, string? clientKey, string? clusterCaCertificate)
{
    public readonly string? ClientCertificate = clientCertificate;

    public readonly string? ClientKey = clientKey;

    public readonly string? ClusterCaCertificate = clusterCaCertificate;
}
