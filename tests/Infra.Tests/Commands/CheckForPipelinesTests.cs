using System.Text.Json;
using Infra.Tests.Stacks;

namespace Infra.Tests.Commands;

/// <summary>Checks in the formats that pipelines read.</summary>
public sealed class CheckForPipelinesTests
{
    private const string Stack = """
        config:
          demo:servings:
            - { name: a, preset: llama3.1-405b-batch, checkpoint: "gs://mine/model", scratch: "gs://mine/tmp", replicas: many }
            - name: b
              preset: llama3.1-405b-batch
              checkpoint: gs://mine/model
              scratch: gs://mine/tmp
              maxText: { flags: [ per_device_batch_size: 10 ] }
          demo:cluster: { existing: {} }
          demo:color: [ "a" ]

        """;

    [Fact]
    public async Task GitHub_annotates_each_problem_at_its_line_in_the_order_of_the_file()
    {
        using var project = Create();

        var result = await InProcessCli.RunAsync(project.Directory, "check", "--output", "github");

        Assert.Equal(2, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            [
                "::error file=100%25 a%2Cb%3Ac/Pulumi.dev.yaml,line=3,title=InvalidSetting::servings[0].replicas: `many` is not allowed. Allowed: an integer from 0 to 1000000",
                lines[1],
                "::error file=100%25 a%2Cb%3Ac/Pulumi.dev.yaml,line=10,title=InvalidSetting::color: unknown key. Allowed: environment, project, region, zone, cluster, network, storage, leaderWorkerSet and 2 more, or a secret string (pulumi config set --secret color)",
            ],
            lines
        );
        Assert.Contains(",line=8,title=LowMemoryHeadroom::servings[1].", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHub_shows_warnings_and_notes_without_failing()
    {
        using var project = Create(("replicas: many", "replicas: 1"), ("  demo:color: [ \"a\" ]\n", ""));

        var result = await InProcessCli.RunAsync(project.Directory, "check", "--output", "github");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("::warning file=", result.Output, StringComparison.Ordinal);
        Assert.Contains(",line=8,title=LowMemoryHeadroom::servings[1].", result.Output, StringComparison.Ordinal);
        Assert.Contains("(100.5 %25)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_without_a_file_is_annotated_without_one()
    {
        using var project = new TemporaryProject("name: [\n");

        var result = await InProcessCli.RunAsync(project.Directory, "check", "-s", "../dev", "--output", "github");

        Assert.StartsWith("::error title=InvalidSetting::`../dev` is not", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SARIF_contains_the_diagnostics_in_the_order_of_the_file()
    {
        using var project = Create();

        var result = await InProcessCli.RunAsync(project.Directory, "check", "--output", "sarif");

        Assert.Equal(2, result.ExitCode);
        Golden.Matches(result.Output, "Commands/Golden/check.sarif");
    }

    [Fact]
    public async Task SARIF_paths_are_relative_to_the_repository()
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "check", "-s", "dev", "--output", "sarif");

        using var log = JsonDocument.Parse(result.Output);
        var location = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
        Assert.Equal(
            "tests/Infra.Tests/Stacks/Pulumi.dev.yaml",
            location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()
        );
    }

    private static TemporaryProject Create(params (string From, string To)[] changes)
    {
        var project = new TemporaryProject("name: demo\nruntime: dotnet\nstackConfigDir: \"100% a,b:c\"\n");
        var stack = changes.Aggregate(
            Stack,
            (text, change) => text.Replace(change.From, change.To, StringComparison.Ordinal)
        );
        return project.Write("100% a,b:c/Pulumi.dev.yaml", stack);
    }
}
