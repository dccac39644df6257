using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Cluster.Tests;

/// <summary>The stack of the test with kind, without a cluster.</summary>
public sealed class StackTests : IDisposable
{
    private const string Accelerators = "cloud.google.com/gke-accelerator-count";
    private const string NodePool = "cloud.google.com/gke-nodepool";

    private readonly DirectoryInfo _project = ClusterFiles.CreateProject();

    [Fact]
    public async Task The_settings_of_the_cluster_test_have_no_errors_or_warnings()
    {
        var check = await RunAsync("check", "--strict");

        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
    }

    [Fact]
    public async Task The_stack_requires_no_Google_Cloud_project()
    {
        var plan = await RunAsync("preview", "--output", "json");

        var types = JsonNode.Parse(plan.Output)!["resources"]!.AsArray().Select(one => (string)one!["type"]!).ToList();
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, type => type.StartsWith("gcp:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("llama3-8b", 2, 1)]
    [InlineData("llama2-70b", 2, 2)]
    public async Task Every_host_has_one_node_and_every_slice_one_node_pool(string serving, int slices, int hosts)
    {
        var worker = (await RenderAsync()).Single(one =>
            one["kind"].ToString() == "LeaderWorkerSet" && one["metadata"]["name"].ToString() == serving
        )["spec"]["leaderWorkerTemplate"]["workerTemplate"]["spec"];

        var nodes = Nodes().Where(labels => Fits(worker, labels)).ToList();

        Assert.Equal(
            Enumerable.Repeat(hosts, slices),
            nodes.CountBy(labels => labels[NodePool]).Select(pool => pool.Value)
        );
        Assert.All(
            nodes,
            labels =>
                Assert.Equal(
                    labels[Accelerators],
                    worker["containers"][0]["resources"]["limits"]["google.com/tpu"].ToString()
                )
        );
    }

    [Fact]
    public async Task All_images_are_those_that_the_script_loads()
    {
        var script = Repository.Read(".ci/test-cluster").Split('\n');
        var rendered = await RenderAsync();

        var servers = rendered
            .Where(one => one["kind"].ToString() == "LeaderWorkerSet")
            .SelectMany(Images)
            .Concat(Documents(ClusterFiles.Read("storage.yaml")).SelectMany(Images));
        var batch = rendered.Where(one =>
            one["metadata"]["name"].ToString().Contains("-batch-", StringComparison.Ordinal)
        );

        Assert.Equal([Variable("servers")], servers.Distinct(StringComparer.Ordinal));
        Assert.Equal([Variable("batch")], batch.SelectMany(Images));

        string Variable(string name) =>
            script.Single(line => line.StartsWith($"{name}=", StringComparison.Ordinal)).Split('=')[1];
    }

    [Fact]
    public void The_image_of_the_batch_is_the_default_one_with_the_emulator_address()
    {
        var lines = ClusterFiles.Read("batch.Dockerfile").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var service = Documents(ClusterFiles.Read("storage.yaml")).Single(one => one["kind"].ToString() == "Service");

        Assert.Contains(
            $"`{lines[0]["FROM ".Length..]}`",
            Repository.Read("docs/settings.md"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            $"ENV STORAGE_EMULATOR_HOST=http://{service["metadata"]["name"]}:{service["spec"]["ports"][0]["port"]}",
            lines[1]
        );
    }

    public void Dispose() => _project.Delete(recursive: true);

    private Task<ProcessResult> RunAsync(params string[] command) =>
        Cli.RunAsync([.. command, "--stack", "kind"], _project.FullName);

    private async Task<IReadOnlyList<YamlNode>> RenderAsync()
    {
        var rendered = await RunAsync("render");
        Assert.True(rendered.ExitCode == 0, rendered.Errors);
        return Documents(rendered.Output);
    }

    private static IReadOnlyList<YamlNode> Documents(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    private static IEnumerable<string> Images(YamlNode document) =>
        document
            .AllNodes.OfType<YamlMappingNode>()
            .Where(node => node.Children.ContainsKey("image"))
            .Select(node => node["image"].ToString());

    private static bool Fits(YamlNode pod, Dictionary<string, string> labels) =>
        ((YamlMappingNode)pod["nodeSelector"]).All(selector =>
            labels.GetValueOrDefault(selector.Key.ToString()) == selector.Value.ToString()
        );

    private static IEnumerable<Dictionary<string, string>> Nodes() =>
        ((YamlSequenceNode)Documents(ClusterFiles.Read("kind.yaml")).Single()["nodes"])
            .Cast<YamlMappingNode>()
            .Select(node => node.Children.TryGetValue("labels", out var labels) ? (YamlMappingNode)labels : [])
            .Select(labels =>
                labels.ToDictionary(
                    label => label.Key.ToString(),
                    label => label.Value.ToString(),
                    StringComparer.Ordinal
                )
            );
}
