using Infra.Tests.Stacks;

namespace Infra.Tests.Commands;

public sealed class ExplainTests
{
    [Theory]
    [InlineData("", "top")]
    [InlineData("servings.capacity", "capacity")]
    [InlineData("servings[0].capacity.kind", "capacity-kind")]
    [InlineData("servings.maxText.flags.per_device_batch_size", "flag")]
    public async Task A_setting_is_explained_with_its_default_its_allowed_values_and_its_place(
        string key,
        string golden
    )
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "explain", key);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Golden.Matches(result.Output, $"Commands/Golden/explain.{golden}.txt");
    }

    [Fact]
    public async Task Only_the_selected_stack_is_searched()
    {
        var result = await InProcessCli.RunAsync(
            ExampleProject.Folder,
            "explain",
            "servings.capacity.kind",
            "--stack",
            "prod"
        );

        Assert.Contains("Pulumi.prod.yaml:", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Pulumi.dev.yaml:", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("servings.topolgy", "'topolgy' is not a key of servings. Did you mean \"topology\"? Allowed: name, ")]
    [InlineData("projct", "'projct' is not a key. Did you mean \"project\"? Allowed: environment, ")]
    [InlineData("project.id", "'id' is not a key of project, which has none.")]
    [InlineData("service.access", "'service.access' is not a key. Did you mean \"servings.service.access\"?")]
    [InlineData("scan_layers", "'scan_layers' is not a key. Did you mean \"servings.maxText.flags.scan_layers\"?")]
    public async Task An_unknown_key_is_reported_with_a_suggestion(string key, string message)
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "explain", key);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: {message}", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_stack_is_reported_with_the_known_ones()
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "explain", "project", "--stack", "prd");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("prod", result.Errors, StringComparison.Ordinal);
        Assert.StartsWith("KEY      project\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_file_that_cannot_be_read_is_reported_beside_the_values_of_others()
    {
        using var project = new TemporaryProject(Golden.Read("Stacks/Pulumi.yaml"));
        project.Write("Pulumi.dev.yaml", "config:\n  jetstream-pathways:project: my-project\n");
        project.Write("Pulumi.prod.yaml", "config: [\n");

        var result = await InProcessCli.RunAsync(project.Directory, "explain", "project");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Pulumi.dev.yaml:2  project: my-project", result.Output, StringComparison.Ordinal);
        Assert.Contains("Pulumi.prod.yaml", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_file_that_cannot_be_read_is_reported_by_check_too()
    {
        using var project = new TemporaryProject("name: [\n");

        var result = await InProcessCli.RunAsync(project.Directory, "check");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("The settings have 1 error:\n  Pulumi.yaml", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_file_that_cannot_be_read_is_reported_once()
    {
        using var project = new TemporaryProject("name: [\n");
        project.Write("Pulumi.dev.yaml", "config: {}\n");

        var result = await InProcessCli.RunAsync(project.Directory, "explain", "project");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("KEY      project\n", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("The settings have 1 error:\n  Pulumi.yaml", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_is_explained_outside_of_a_project()
    {
        var folder = Directory.CreateTempSubdirectory("no-project-");

        var result = await InProcessCli.RunAsync(folder.FullName, "explain", "project");

        folder.Delete();
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [Fact]
    public async Task Secrets_are_not_shown()
    {
        using var project = new TemporaryProject(Golden.Read("Stacks/Pulumi.yaml"));
        project.Write(
            "Pulumi.dev.yaml",
            "config:\n  jetstream-pathways:project:\n    secure: AAABAGhvbWVtYWRlLXNlY3JldC10ZXh0\n"
        );

        var result = await InProcessCli.RunAsync(project.Directory, "explain", "project");

        Assert.Contains("Pulumi.dev.yaml:2  project: [secret]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misplaced_secret_is_shown_where_it_is()
    {
        using var project = new TemporaryProject(Golden.Read("Stacks/Pulumi.yaml"));
        project.Write(
            "Pulumi.dev.yaml",
            "config:\n  servings:\n    - name: { secure: v1:a }\n      smokeTest:\n        prompt: { secure: v1:b }\n"
        );

        var result = await InProcessCli.RunAsync(project.Directory, "explain", "servings.smokeTest.prompt");

        Assert.Contains(
            "Pulumi.dev.yaml:5  servings[0].smokeTest.prompt: [secret]",
            result.Output,
            StringComparison.Ordinal
        );
    }
}
