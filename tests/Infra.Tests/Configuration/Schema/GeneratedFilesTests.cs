using Infra.Configuration;
using Infra.Tests.Commands;

namespace Infra.Tests.Configuration.Schema;

/// <summary>Files that are generated from the types of the settings; <c>make schema</c> regenerates them.</summary>
public sealed class GeneratedFilesTests
{
    private const string Page = "docs/settings.md";
    private const string Example = "docs/examples/Pulumi.llama3-70b.yaml";

    [Fact]
    public void The_committed_schema_is_up_to_date() =>
        Golden.Matches(StackSettingsSchema.Create().ToJson(), "../../Pulumi.schema.json");

    [Fact]
    public void The_settings_page_describes_the_settings_as_their_types_do()
    {
        var page = MarkedSection.Replace(
            Repository.Read(Page),
            "settings",
            $"\n{StackSettingsSchema.Create().ToMarkdown()}\n"
        );
        var yaml = Repository.Read(Example);

        Golden.Matches(MarkedSection.Replace(page, "example", $"\n```yaml\n{yaml}```\n\n"), $"../../{Page}");
    }

    [Fact]
    public void The_project_file_declares_and_describes_the_settings_as_their_types_do()
    {
        var project = Repository.Read("Pulumi.yaml");

        Golden.Matches(
            MarkedSection.Replace(project, "settings", StackSettingsSchema.Create().ToProjectEntries()),
            "../../Pulumi.yaml"
        );
    }

    [Theory]
    [InlineData("tests/Infra.Tests/Stacks/Pulumi.dev.yaml")]
    [InlineData("tests/Infra.Tests/Stacks/Pulumi.prod.yaml")]
    [InlineData("tests/Infra.Tests/Seed/Stacks/Pulumi.llama2-70b.yaml")]
    [InlineData("tests/Infra.Tests/Seed/Stacks/Pulumi.llama3-405b.yaml")]
    [InlineData(Example)]
    public async Task Every_stack_file_names_the_schema_and_is_accepted_by_it(string path)
    {
        var stackFile = Repository.Read(path);
        var reference = stackFile.Split('\n')[0].Split("$schema=");

        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, path))!;
        Assert.Equal("# yaml-language-server: ", reference[0]);
        Assert.Equal(Path.Combine(Repository.Root, "Pulumi.schema.json"), Path.GetFullPath(reference[1], folder));
        Assert.True(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
    }

    [Fact]
    public async Task The_command_prints_the_schema()
    {
        var result = await InProcessCli.RunAsync(["schema"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(StackSettingsSchema.Create().ToJson(), result.Output);
    }

    [Fact]
    public async Task The_example_of_the_settings_page_previews_one_slice_of_16_chips()
    {
        using var project = new TemporaryProject(Golden.Read("Stacks/Pulumi.yaml"));
        project.Write("Pulumi.llama3-70b.yaml", Repository.Read(Example));

        var result = await InProcessCli.RunAsync(project.Directory, "preview", "--stack", "llama3-70b");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"llama3-70b +1 +1 +4x4 +4 +16\n", result.Output);
        Assert.StartsWith("The settings have 2 notes:", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, result.Errors.Split("still contains the placeholder").Length - 1);
    }
}
