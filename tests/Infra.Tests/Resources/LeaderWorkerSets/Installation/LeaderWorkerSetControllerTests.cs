using System.Text.Json;
using Infra.Model.Names;
using Infra.Resources.LeaderWorkerSets.Installation;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.LeaderWorkerSets.Installation;

public sealed class LeaderWorkerSetControllerTests
{
    [Theory]
    [InlineData("v0.4.0")]
    [InlineData("v0.10.0")]
    public async Task A_release_is_installed_from_its_own_manifest(string version)
    {
        var graph = await RecordAsync(version);

        var release = graph.Single("ConfigFile");
        Assert.Equal(
            $"https://github.com/kubernetes-sigs/lws/releases/download/{version}/manifests.yaml",
            release.TextAt("file")
        );
        Assert.Equal(graph.Single("LeaderWorkerSetController").Urn, release.Parent);
        Assert.Equal(graph.Resource("cluster").Urn, release.Provider);
    }

    [Fact]
    public async Task The_webhook_check_comes_after_the_release_and_its_own_rights()
    {
        var graph = await RecordAsync();

        string[] awaited = ["lws-webhook-check-binding", "lws-webhook-check-manifest", "lws-release"];
        Assert.Equal(awaited.Select(name => graph.Resource(name).Urn).Order(), graph.Single("Job").DependsOn);
        Assert.All(
            graph.Resources.Where(node => node.Name.StartsWith("lws-webhook-check-", StringComparison.Ordinal)),
            node => Assert.Contains(graph.Resource("lws-release").Urn, node.DependsOn)
        );
    }

    [Fact]
    public async Task The_webhook_check_may_only_create_LeaderWorkerSets_in_its_own_namespace()
    {
        var graph = await RecordAsync();

        Assert.DoesNotContain(graph.Resources, node => node.Is("ClusterRole") || node.Is("ClusterRoleBinding"));
        var role = graph.Single("Role");
        Assert.Single(((PlanList)role.Inputs.At("rules")!).Items);
        Assert.Equal(["leaderworkersets"], role.TextsAt("rules|0|resources"));
        Assert.Equal(["create"], role.TextsAt("rules|0|verbs"));
        Assert.Equal("lws-system", role.TextAt("metadata|namespace"));
        var binding = graph.Single("RoleBinding");
        Assert.Equal(role.TextAt("metadata|name"), binding.TextAt("roleRef|name"));
        Assert.Equal(graph.Single("ServiceAccount").TextAt("metadata|name"), binding.TextAt("subjects|0|name"));
    }

    [Fact]
    public async Task The_webhook_check_creates_a_LeaderWorkerSet_as_a_dry_run()
    {
        var graph = await RecordAsync();

        var container = graph.Single("Job").Inputs.At("spec|template|spec|containers|0");
        Assert.Equal(
            "[create, --dry-run=server, --validate=ignore, --filename=/manifest/leaderworkerset.json]",
            container.At("args").Show()
        );
        var manifest = graph.Single("ConfigMap").TextAt("data|leaderworkerset.json")!;
        using var offered = JsonDocument.Parse(manifest);
        Assert.Equal("LeaderWorkerSet", offered.RootElement.GetProperty("kind").GetString());
        Assert.Equal(0, offered.RootElement.GetProperty("spec").GetProperty("replicas").GetInt32());
    }

    [Fact]
    public async Task The_readiness_check_times_out_and_is_then_replaced()
    {
        var job = (await RecordAsync()).Single("Job");

        Assert.Equal("OnFailure", job.TextAt("spec|template|spec|restartPolicy"));
        Assert.Equal("540", job.TextAt("spec|activeDeadlineSeconds"));
        Assert.Equal("10", job.TextAt("spec|backoffLimit"));
        Assert.Equal("true", job.TextAt("metadata|annotations|pulumi.com/replaceUnready"));
    }

    [Fact]
    public async Task Another_release_passes_its_own_webhook_check()
    {
        Assert.Equal("webhook-check-v0-4-2", (await RecordAsync("v0.4.2")).Single("Job").TextAt("metadata|name"));
        Assert.Equal("webhook-check-v0-10-0", (await RecordAsync("v0.10.0")).Single("Job").TextAt("metadata|name"));
    }

    [Fact]
    public async Task The_webhook_check_runs_with_the_least_privileges_and_never_on_TPU_nodes()
    {
        var pod = (await RecordAsync()).Single("Job").Inputs.At("spec|template|spec");

        Assert.Null(pod.At("tolerations"));
        Assert.Equal(
            "{runAsGroup: 65532, runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}",
            pod.At("securityContext").Show()
        );
        Assert.Equal(
            "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true}",
            pod.At("containers|0|securityContext").Show()
        );
        Assert.Equal("registry.k8s.io/kubectl:v1.34.1", pod.At("containers|0|image").Show());
        Assert.Equal("{cpu: 50m, memory: 64Mi}", pod.At("containers|0|resources|requests").Show());
    }

    private static Task<StackGraph> RecordAsync(string version = "v0.10.0") =>
        Recorded.StackAsync(() =>
        {
            Assert.True(LeaderWorkerSetVersion.TryParse(version, out var release));
            _ = new LeaderWorkerSetController(
                "lws",
                new() { Version = release },
                new() { Providers = { new Pulumi.Kubernetes.Provider("cluster") } }
            );
        });
}
