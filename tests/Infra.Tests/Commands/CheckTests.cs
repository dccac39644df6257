using System.Text.Json;
using Infra.Tests.Stacks;

namespace Infra.Tests.Commands;

public sealed class CheckTests
{
    private static readonly string SeedStacks = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Seed", "Stacks");

    private const string TooLarge = """
        config:
          jetstream-pathways:cluster: { existing: {} }
          jetstream-pathways:servings:
            - name: large
              preset: llama3.1-405b-batch
              checkpoint: gs://mine/model
              scratch: gs://mine/tmp
              maxText:
                flags:
                  - per_device_batch_size: 14

        """;

    [Fact]
    public async Task An_existing_network_is_reported_as_unchecked()
    {
        using var project = new TemporaryProject(Golden.Read("Stacks/Pulumi.yaml"));
        project.Write(
            "Pulumi.dev.yaml",
            """
            config:
              jetstream-pathways:project: my-project
              jetstream-pathways:region: us-east5
              jetstream-pathways:zone: us-east5-b
              jetstream-pathways:network:
                existing: { network: shared, subnetwork: tpu, podRange: pods, serviceRange: services }
              jetstream-pathways:servings:
                - { name: a, preset: gemma2-27b, checkpoint: gs://mine/a }

            """
        );

        var result = await InProcessCli.RunAsync(project.Directory, "check", "--stack", "dev", "--strict");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("An existing network is not checked", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_stacks_of_a_project_are_checked_strictly_at_once()
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "check", "--strict");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("Stack dev: valid", result.Output, StringComparison.Ordinal);
        Assert.Contains("Stack prod: valid", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_serving_is_shown_with_all_that_it_takes()
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "check", "--stack", "prod");

        Assert.Equal(0, result.ExitCode);
        Golden.Matches(result.Output, "Commands/Golden/check.prod.txt");
    }

    [Fact]
    public async Task JSON_output_matches_the_golden_file()
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "check", "--stack", "dev", "--output", "json");

        Assert.Equal(0, result.ExitCode);
        Golden.Matches(result.Output, "Commands/Golden/check.dev.golden.json");
    }

    [Theory]
    [InlineData("llama3-405b", "GoogleStagingBucket", "UnpinnedImage", "LowMemoryHeadroom")]
    [InlineData("llama2-70b", "GoogleStagingBucket", "UnpinnedImage")]
    public async Task The_stacks_of_the_guide_have_exactly_the_expected_warnings(string stack, params string[] rules)
    {
        var result = await InProcessCli.RunAsync(SeedStacks, "check", "--stack", stack, "--output", "json");
        var problems = Problems(result);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            rules.Order(StringComparer.Ordinal),
            problems.Select(one => Text(one, "rule")).Order(StringComparer.Ordinal)
        );
        Assert.All(problems, problem => Assert.Equal("warning", Text(problem, "severity")));
    }

    [Fact]
    public async Task The_guides_batch_of_10_fits_with_an_older_MaxText_only()
    {
        var result = await InProcessCli.RunAsync(SeedStacks, "check", "--stack", "llama3-405b");

        Golden.Matches(result.Output, "Commands/Golden/check.llama3-405b.txt");
    }

    [Fact]
    public async Task A_warning_reaches_the_comment_of_a_pull_request()
    {
        string[] preview = ["preview", "--stack", "llama3-405b", "--output", "markdown"];
        var result = await InProcessCli.RunAsync(SeedStacks, preview);

        Assert.Matches(@"\n  Pulumi\.llama3-405b\.yaml:22 .* warning: .*\(100\.5 %\)", result.Output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("preview")]
    [InlineData("render")]
    public async Task Strictly_a_warning_is_an_error(string command)
    {
        var result = await InProcessCli.RunAsync(SeedStacks, command, "--stack", "llama2-70b", "--strict");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("2 errors", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_settings_are_reported_with_their_line_and_still_sized()
    {
        using var folder = new TemporaryFolder(
            ("Pulumi.yaml", "name: jetstream-pathways\nruntime: dotnet\n"),
            ("Pulumi.big.yaml", TooLarge)
        );
        var result = await InProcessCli.RunAsync(folder.Path, "check");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Stack big: invalid", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Pulumi.big.yaml:10  servings[0].maxText.flags[0].per_device_batch_size",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Allowed: per_device_batch_size at most 13", result.Output, StringComparison.Ordinal);
        Assert.Contains("KV cache per chip", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_stack_is_reported_with_the_known_ones()
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "check", "--stack", "staging");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("dev, prod", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_stack_files_is_reported()
    {
        using var folder = new TemporaryFolder();
        var result = await InProcessCli.RunAsync(folder.Path, "check");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("Pulumi.yaml", result.Errors, StringComparison.Ordinal);
    }

    private static List<JsonElement> Problems(ProcessResult result) =>
        [
            .. JsonDocument
                .Parse(result.Output)
                .RootElement.GetProperty("stacks")[0]
                .GetProperty("problems")
                .EnumerateArray(),
        ];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private sealed class TemporaryFolder : IDisposable
    {
        public TemporaryFolder(params (string Name, string Text)[] files)
        {
            foreach (var (name, text) in files)
            {
                File.WriteAllText(System.IO.Path.Combine(Path, name), text);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("check-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
