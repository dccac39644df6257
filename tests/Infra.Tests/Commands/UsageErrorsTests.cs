using Infra.Tests.Stacks;

namespace Infra.Tests.Commands;

/// <summary>Command lines that cannot be read.</summary>
public sealed class UsageErrorsTests
{
    [Theory]
    [InlineData(
        "'chek' is not a command. Did you mean \"check\"? Allowed: check, explain, init, preview, render, schema",
        "chek",
        "--stack",
        "dev"
    )]
    [InlineData("'--stak' is not an option of preview. Did you mean \"--stack\"?", "preview", "--stak", "dev")]
    [InlineData("'--stak' is not an option of preview. Did you mean \"--stack\"?", "preview", "--stak=dev")]
    [InlineData("'--stak' is not an option of explain. Did you mean \"--stack\"?", "explain", "--stak", "dev")]
    [InlineData(
        "'--bse' is not an option of preview. Did you mean \"--base\"?",
        "preview",
        "--stack",
        "dev",
        "--bse",
        "plan.json",
        "--expect-no-changes"
    )]
    [InlineData(
        "'--xyz' is not an option of check. Allowed: --stack, --output, --cwd, --strict, --help, --verbose",
        "check",
        "--xyz"
    )]
    [InlineData(
        "'--outptu' is not an option of preview. Did you mean \"--output\"?\nOption '--stack' is required.",
        "preview",
        "--outptu",
        "json"
    )]
    [InlineData("'-C' must come after the command check.", "-C", "somewhere", "check")]
    [InlineData("'--stack' must come after the command preview.", "--stack", "dev", "preview")]
    [InlineData("Unrecognized command or argument 'dev'.", "preview", "--stack", "dev", "dev")]
    [InlineData("--output: `xml` is not allowed. Allowed: text, json, github, sarif", "check", "-o", "xml")]
    [InlineData(
        "--output: `jsn` is not allowed. Did you mean \"json\"? Allowed: text, json, github, sarif",
        "check",
        "-o",
        "jsn"
    )]
    [InlineData(
        "--cwd: 'Pulumi.nope.yaml' does not exist. Allowed: the folder of the project, or one below it",
        "check",
        "-C",
        "Pulumi.nope.yaml"
    )]
    public async Task A_usage_error_is_reported_once_with_a_suggestion(string message, params string[] args)
    {
        var result = await InProcessCli.RunAsync(args);

        Assert.Equal(
            (2, "", $"{message}\nRun with --help for usage.\n"),
            (result.ExitCode, result.Output, result.Errors)
        );
    }

    [Fact]
    public async Task A_file_is_not_the_folder_of_a_project()
    {
        var file = Path.Combine(ExampleProject.Folder, "Pulumi.yaml");

        var result = await InProcessCli.RunAsync(file, "check");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Pulumi.yaml' is not a folder. Allowed: ", result.Errors, StringComparison.Ordinal);
    }
}
