using System.Text.Json;

namespace Workflows.Tests;

/// <summary>What <c>make mutate</c> tells Stryker; a script replaces the .NET SDK.</summary>
public sealed class MutationScriptTests : IDisposable
{
    private static readonly string[] Areas = ["Model", "Validation", "StackConfig", "Diff"];

    private readonly Sandbox _sandbox = new();

    public MutationScriptTests()
    {
        _sandbox.Copy(".ci/mutate");
        _sandbox.Copy(".ci/require-tool");
        foreach (
            var project in (string[])["infra/Infra", "src/StackConfig/StackConfig", "src/OfflinePreview/OfflinePreview"]
        )
        {
            _sandbox.Write($"workspace/{project}.csproj", "");
        }

        _sandbox.Set("LOG", _sandbox.At("log"));
        Answer("true");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Without_an_area_all_are_tested_with_files_and_tests_that_exist()
    {
        var result = await RunAsync("");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.All(
            Areas,
            area =>
            {
                var settings = ReadSettings(area);
                var pattern = settings
                    .GetProperty("mutate")[0]
                    .GetString()!
                    .Replace("**/*.cs", "", StringComparison.Ordinal);
                var project = settings.GetProperty("project").GetString()!;
                var folder = Directory
                    .EnumerateFiles(Repository.Root, project, SearchOption.AllDirectories)
                    .Select(file => Path.GetDirectoryName(file)!)
                    .First();
                Assert.NotEmpty(
                    Directory.EnumerateFiles(Path.Combine(folder, pattern), "*.cs", SearchOption.AllDirectories)
                );
                Assert.All(
                    settings.GetProperty("test-projects").EnumerateArray(),
                    test =>
                        Assert.True(
                            File.Exists(
                                Path.Combine(
                                    Repository.Root,
                                    Path.GetRelativePath(_sandbox.Workspace, test.GetString()!)
                                )
                            )
                        )
                );
            }
        );
        Assert.Equal(
            Areas.Length,
            File.ReadLines(_sandbox.At("log")).Count(line => line.StartsWith("stryker ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task An_area_below_the_limit_fails_after_the_others_were_tested()
    {
        Answer("[[ \"$*\" != *Validation* ]]");

        var result = await RunAsync("Validation Diff");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("Below 80 %, or not finished: Validation\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(80, ReadSettings("Diff").GetProperty("thresholds").GetProperty("break").GetInt32());
    }

    [Fact]
    public void The_workflow_runs_every_area() =>
        Assert.Equal(
            $"[{string.Join(", ", Areas)}]",
            Workflow
                .Named("mutation.yml")
                .Text.Split('\n')
                .Single(line => line.Contains(" area: [", StringComparison.Ordinal))
                .Split(": ")[1]
        );

    [Fact]
    public async Task An_unknown_area_is_refused_with_those_that_exist()
    {
        var result = await RunAsync("Modell");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"Unknown area 'Modell'. Allowed: {string.Join(' ', Areas)}.\n", result.Output);
    }

    private void Answer(string stryker) =>
        _sandbox.Replace("dotnet", $"echo \"$*\" >>\"$LOG\"\n[ \"$1\" != stryker ] || {stryker}");

    private Task<CommandResult> RunAsync(string areas) => _sandbox.BashAsync($".ci/mutate {areas}");

    private JsonElement ReadSettings(string area)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(_sandbox.At("workspace", "out", "mutation", area, "stryker.json"))
        );
        return file.RootElement.GetProperty("stryker-config").Clone();
    }
}
