using OfflinePreview.Graph;
using OfflinePreview.Output;
using Pulumi;

namespace OfflinePreview.Tests.Output;

public sealed class ManifestRendererTests
{
    [Fact]
    public async Task The_rendered_small_stack_matches_the_golden_file() =>
        Golden.Matches(Yaml(ManifestRenderer.Render(await SmallStack.RecordAsync())), "Golden/small.golden.yaml");

    [Fact]
    public async Task Every_value_that_is_not_known_is_named_with_its_path()
    {
        var unresolved = ManifestRenderer.Render(await SmallStack.RecordAsync()).Unresolved;

        Assert.Equal(
            [
                new("Deployment/serving/server", "spec.args[1]", "[secret]"),
                new("Deployment/serving/server", "spec.args[2]", "--gcs=[unknown: bucket.url]/tmp"),
                new("Deployment/serving/server", "spec.args[3]", "--key=[secret]"),
                new("Deployment/serving/server", "spec.args[4]", "[unknown: bucket.id]"),
                new("Deployment/serving/server", "spec.env.BUCKET", "[unknown: bucket.url]"),
                new("Deployment/serving/server", "spec.env.TOKEN", "[secret]"),
                new UnresolvedValue("Deployment/serving/server", "spec.replicas", "[unknown: bucket]"),
            ],
            unresolved.AsEnumerable()
        );
    }

    [Fact]
    public async Task Namespaces_come_first_and_objects_after_their_dependencies()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var last = Object("a-last", "Service");
            var box = new Box(
                "box",
                parent => Object("in-box", "Secret", new() { Parent = parent, DependsOn = { last } })
            );
            Object("first", "ConfigMap", new() { DependsOn = { box } });
            Object("space", "Namespace");
        });

        Assert.Equal(
            "namespace-space.yaml service-a-last.yaml secret-in-box.yaml configmap-first.yaml",
            FileNames(graph)
        );
    }

    [Fact]
    public async Task Namespaces_and_kinds_that_the_objects_need_and_do_not_create_are_prerequisites()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            Object("own", "Namespace");
            Object("one", "Secret", metadata: new() { Name = "one", Namespace = "own" });
            Object("two", "Secret", metadata: new() { Name = "two", Namespace = "other" });
            Object("three", "Secret", metadata: new() { Name = "three", Namespace = "default" });
            _ = new KubeObject("four", "policy/v1", "PodDisruptionBudget", new());
            _ = new KubeObject("five", "rbac.authorization.k8s.io/v1", "Role", new());
            _ = new KubeObject("six", "leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", new());
        });

        var needed = ManifestRenderer.Render(graph).Prerequisites;

        Assert.Equal("other", Assert.Single(needed.Namespaces));
        Assert.Equal("LeaderWorkerSet (leaderworkerset.x-k8s.io/v1)", Assert.Single(needed.CustomKinds));
    }

    [Fact]
    public async Task File_names_are_safe_and_unique()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            Object("one", "Secret", metadata: new() { Name = "a/../b", Namespace = "N" });
            Object("two", "Secret", metadata: new() { Name = "a:..:B", Namespace = "n" });
        });

        Assert.Equal("secret-n-a-..-b.yaml secret-n-a-..-b-2.yaml", FileNames(graph));
    }

    [Fact]
    public async Task An_auto_generated_name_is_unknown()
    {
        var graph = await Recorded.StackAsync(() => _ = new KubeObject("one", "v1", "Secret", new()));

        Assert.Equal(
            [
                new UnresolvedValue(
                    "Secret/[unknown: one.metadata.name]",
                    "metadata.name",
                    "[unknown: one.metadata.name]"
                ),
            ],
            ManifestRenderer.Render(graph).Unresolved.AsEnumerable()
        );
    }

    [Fact]
    public async Task Resources_without_a_manifest_are_listed()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            _ = new Thing("chart", new(), type: "kubernetes:helm.sh/v3:Release");
            _ = new Thing("cluster", new(), type: "gcp:container/cluster:Cluster");
            _ = new ThingProvider("access", "kubernetes");
        });
        var result = ManifestRenderer.Render(graph);

        Assert.Equal(
            [new NotRenderedResource("kubernetes:helm.sh/v3:Release", "chart")],
            result.NotRendered.AsEnumerable()
        );
        Assert.Empty(result.Manifests);
        Assert.Equal("", Yaml(result));
    }

    private static string FileNames(StackGraph graph) =>
        string.Join(' ', ManifestFiles.Names(ManifestRenderer.Render(graph).Manifests));

    private static string Yaml(RenderResult result)
    {
        using var yaml = new StringWriter();
        result.WriteTo(yaml);
        return yaml.ToString();
    }

    private static KubeObject Object(
        string name,
        string kind,
        CustomResourceOptions? options = null,
        KubeMetadataArgs? metadata = null
    ) => new(name, "v1", kind, new() { Metadata = metadata ?? new() { Name = name } }, options);
}
