using System.Text.Json;
using Infra.Reports;
using OfflinePreview.Diff;

namespace Infra.Tests.Reports.Diff;

public sealed class ScenarioTests
{
    [Theory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public async Task The_text_matches_the_golden_file(string name)
    {
        var diff = await Scenarios.DiffAsync(name);

        Golden.Matches(
            DiffRenderer.Render(diff) + DiffRenderer.RenderManifests(diff),
            $"Reports/Diff/Golden/{name}.golden.txt"
        );
    }

    [Theory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public async Task The_Markdown_matches_the_golden_file(string name)
    {
        var markdown = DiffMarkdown.Write(await Scenarios.DiffAsync(name));

        MarkdownReader.Check(markdown, DiffMarkdown.DefaultLimit);
        Golden.Matches(markdown, $"Reports/Diff/Golden/{name}.golden.md");
    }

    [Theory]
    [MemberData(nameof(Scenarios.Names), MemberType = typeof(Scenarios))]
    public async Task The_JSON_matches_the_golden_file(string name)
    {
        var json = DiffJson.Write(await Scenarios.DiffAsync(name));

        using var document = JsonDocument.Parse(json);
        Golden.Matches(WithoutStates(document.RootElement), $"Reports/Diff/Golden/{name}.golden.json");
    }

    [Fact]
    public async Task A_changed_flag_is_one_update_of_one_argument_and_has_the_smoke_test_run_again()
    {
        var steps = (await Scenarios.DiffAsync("changed-flag")).Steps.Where(step => step.IsChange).ToList();

        var update = Assert.Single(steps, step => step.Kind == StepKind.Update);
        Assert.EndsWith(".args[11]", Assert.Single(update.Changes).Path.ToString(), StringComparison.Ordinal);
        var again = Assert.Single(steps, step => step != update);
        Assert.Equal((StepKind.Replace, "Job"), (again.Kind, again.Resource.Type.Split(':')[^1]));
        Assert.Equal(
            ["metadata.name", "spec.template.metadata.annotations[\"jetstream-pathways/revision\"]"],
            again.Changes.Select(change => change.Path.ToString())
        );
    }

    [Fact]
    public async Task A_changed_ciphertext_is_shown_as_a_secret_on_both_sides()
    {
        var text = DiffRenderer.Render(await Scenarios.DiffAsync("changed-ciphertext"));

        Assert.Contains("[secret] => [secret]  # may have changed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_component_renames_its_children()
    {
        var diff = await Scenarios.DiffAsync("renamed-resource");

        Assert.All(diff.Steps, step => Assert.True(step.Kind is StepKind.Same or StepKind.Update));
    }

    // The states of same resources fill pages and are tested with the plans.
    private static string WithoutStates(JsonElement digest)
    {
        var steps =
            from step in digest.GetProperty("steps").EnumerateArray()
            where step.GetProperty("op").GetString() != "same"
            select string.Join(
                '\n',
                step.EnumerateObject()
                    .Where(field => !field.Name.EndsWith("State", StringComparison.Ordinal))
                    .Select(field => $"{field.Name}: {field.Value.GetRawText()}")
            );
        string[] rest =
        [
            .. digest.EnumerateObject().Skip(1).Select(field => $"{field.Name}: {field.Value.GetRawText()}"),
        ];
        return string.Join("\n\n", [.. steps.Take(60), .. rest]) + "\n";
    }
}
