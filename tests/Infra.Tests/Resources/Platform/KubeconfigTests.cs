using System.Collections;
using CsCheck;
using Infra.Resources.Platform;

namespace Infra.Tests.Resources.Platform;

public sealed class KubeconfigTests
{
    [Fact]
    public void The_kubeconfig_of_a_cluster_with_a_public_certificate_uses_gcloud_credentials() =>
        Assert.Equal(
            """
            apiVersion: v1
            kind: Config
            clusters:
            - name: dev
              cluster:
                server: "https://gke-1.example"
            contexts:
            - name: dev
              context:
                cluster: dev
                user: dev
            current-context: dev
            users:
            - name: dev
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1beta1
                  command: gke-gcloud-auth-plugin
                  installHint: "Install gke-gcloud-auth-plugin: https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl#install_plugin"
                  interactiveMode: Never
                  provideClusterInfo: true

            """,
            new Kubeconfig("dev", "https://gke-1.example").ToYaml()
        );

    [Fact]
    public void The_kubeconfig_contains_the_certificate_of_a_cluster_with_its_own_authority() =>
        Assert.Contains(
            "certificate-authority-data: \"TFMwdA==\"",
            new Kubeconfig("dev", "https://10.0.0.2", "TFMwdA==").ToYaml(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Arbitrary_keys_round_trip_through_every_reader() =>
        Gen.Select(Text, Text, Text)
            .Sample(
                (cluster, server, authority) =>
                {
                    var yaml = new Kubeconfig(cluster, server, authority).ToYaml();
                    Holds(YamlReaders.YamlDotNet(yaml), cluster, server, authority);
                    Holds(YamlReaders.SharpYaml(yaml), cluster, server, authority);
                },
                iter: 500
            );

    private static void Holds(object? file, string cluster, string server, string authority)
    {
        Assert.Equal(cluster, At(file, "clusters", "name"));
        Assert.Equal(server, At(file, "clusters", "cluster", "server"));
        Assert.Equal(authority, At(file, "clusters", "cluster", "certificate-authority-data"));
        Assert.Equal(cluster, At(file, "users", "name"));
        Assert.Equal(true, At(file, "users", "user", "exec", "provideClusterInfo"));
        Assert.Equal(cluster, At(file, "contexts", "name"));
        Assert.Equal(cluster, At(file, "contexts", "context", "cluster"));
        Assert.Equal(cluster, At(file, "contexts", "context", "user"));
        Assert.Equal(cluster, At(file, "current-context"));
    }

    private static object? At(object? file, params string[] path) =>
        path.Aggregate(
            file,
            (value, key) => value is IList list ? ((IDictionary)list[0]!)[key] : ((IDictionary)value!)[key]
        );

    private static string[] Hostile { get; } =
    ["true", "null", "~", "1e3", "0x1F", "2024-01-01", "", " ", "- a", "a: b", "---", "..."];

    private static Gen<string> Text { get; } =
        Gen.Frequency(
            (3, Gen.String[Gen.Char[" \n\t\"'\\:#-{}[]&*!|>%@`~,?yesnull01.é\uFDD0\uFDD1\u2028\u0085\0"], 0, 30]),
            (1, Gen.OneOf(Array.ConvertAll(Hostile, text => Gen.Const(text))))
        );
}
