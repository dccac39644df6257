using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Resources.Platform;

/// <summary>The kubeconfig of a GKE cluster for the person or account that gcloud is logged in with.</summary>
/// <param name="Cluster">The cluster's name; also names the context.</param>
/// <param name="Server">The address of the control plane: <c>https://HOST</c>.</param>
/// <param name="CertificateAuthority">
/// The certificates that vouch for the server, as base64; null where a public authority does, as for DNS endpoints.
/// </param>
public sealed record Kubeconfig(string Cluster, string Server, string? CertificateAuthority = null)
{
    private const string InstallHint =
        "Install gke-gcloud-auth-plugin: "
        + "https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl#install_plugin";

    /// <summary>The text of the kubeconfig file. It holds no credentials: the plug-in asks gcloud for a token.</summary>
    public string ToYaml() =>
        YamlDocument.Write(
            PlanMap.Create(
                ("apiVersion", "v1"),
                ("kind", "Config"),
                ("clusters", Named(("cluster", ClusterEntry()))),
                ("users", Named(("user", PlanMap.Create(("exec", Plugin()))))),
                ("contexts", Named(("context", PlanMap.Create(("cluster", Cluster), ("user", Cluster))))),
                ("current-context", Cluster)
            )
        );

    private PlanMap ClusterEntry() =>
        CertificateAuthority is null
            ? PlanMap.Create(("server", Server))
            : PlanMap.Create(("server", Server), ("certificate-authority-data", CertificateAuthority));

    private static PlanMap Plugin() =>
        PlanMap.Create(
            ("apiVersion", "client.authentication.k8s.io/v1beta1"),
            ("command", "gke-gcloud-auth-plugin"),
            ("installHint", InstallHint),
            ("interactiveMode", "Never"),
            ("provideClusterInfo", true)
        );

    private PlanList Named((string Key, PlanValue Value) entry) => new([PlanMap.Create(("name", Cluster), entry)]);
}
