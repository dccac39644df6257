using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Infra.Resources.Platform;

/// <summary>What a Kubernetes client needs to reach a GKE cluster as the person or account that gcloud knows.</summary>
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
    public string ToYaml()
    {
        var config = Map(
            ("apiVersion", Text("v1")),
            ("kind", Text("Config")),
            ("clusters", Named(("cluster", ClusterEntry()))),
            ("users", Named(("user", Map(("exec", Plugin()))))),
            ("contexts", Named(("context", Map(("cluster", Text(Cluster)), ("user", Text(Cluster)))))),
            ("current-context", Text(Cluster))
        );
        using var yaml = new StringWriter();
        var emitter = new Emitter(yaml, EmitterSettings.Default.WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        ((IYamlConvertible)config).Write(emitter, (_, _) => { });
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return yaml.ToString();
    }

    private YamlMappingNode ClusterEntry() =>
        CertificateAuthority is null
            ? Map(("server", Text(Server)))
            : Map(("server", Text(Server)), ("certificate-authority-data", Text(CertificateAuthority)));

    private static YamlMappingNode Plugin() =>
        Map(
            ("apiVersion", Text("client.authentication.k8s.io/v1beta1")),
            ("command", Text("gke-gcloud-auth-plugin")),
            ("installHint", Text(InstallHint)),
            ("interactiveMode", Text("Never")),
            ("provideClusterInfo", new YamlScalarNode("true"))
        );

    private YamlSequenceNode Named((string Key, YamlNode Value) entry) => new(Map(("name", Text(Cluster)), entry));

    private static YamlMappingNode Map(params (string Key, YamlNode Value)[] entries)
    {
        var map = new YamlMappingNode();
        foreach (var (key, value) in entries)
        {
            map.Add(key, value);
        }

        return map;
    }

    private static YamlScalarNode Text(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };
}
