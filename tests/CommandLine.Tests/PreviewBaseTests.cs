using System.Text.Json;

namespace CommandLine.Tests;

[Trait("Category", "Slow")]
public sealed class PreviewBaseTests
{
    private static readonly string[] Dev = ["preview", "--stack", "dev"];

    [Fact]
    public async Task A_stack_that_matches_its_plan_exits_with_0()
    {
        using var folder = await SmallProject.CreateAsync();

        var result = await folder.RunAsync([.. Dev, "--base", folder.Plan, "--expect-no-changes"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("unchanged", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unexpected_changes_exit_with_7()
    {
        using var folder = await SmallProject.CreateAsync();
        folder.Append("    replicas: 2");

        var expecting = await folder.RunAsync([.. Dev, "--base", folder.Plan, "--expect-no-changes"]);
        var showing = await folder.RunAsync([.. Dev, "--base", folder.Plan]);

        Assert.Equal((7, 0), (expecting.ExitCode, showing.ExitCode));
        Assert.Equal(showing.Output, expecting.Output);
        Assert.Contains("~ spec.replicas: 1 => 2", showing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_output_format_is_written_to_standard_output()
    {
        using var folder = await SmallProject.CreateAsync();
        folder.Append("    replicas: 2");

        var markdown = await folder.RunAsync([.. Dev, "--base", folder.Plan, "--output", "markdown"]);
        var json = await folder.RunAsync([.. Dev, "--base", folder.Plan, "--output", "json"]);
        var mermaid = await folder.RunAsync([.. Dev, "--output", "mermaid"]);

        Assert.StartsWith("<!-- small:preview:small/dev -->\n", markdown.Output, StringComparison.Ordinal);
        using var digest = JsonDocument.Parse(json.Output);
        Assert.Equal(1, digest.RootElement.GetProperty("changeSummary").GetProperty("update").GetInt32());
        Assert.StartsWith("flowchart", mermaid.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_read_from_standard_input()
    {
        using var folder = await SmallProject.CreateAsync();
        var plan = await File.ReadAllTextAsync(folder.Plan);

        var result = await Cli.RunAsync(plan, [.. Dev, "--base", "-", "--expect-no-changes"], folder.Folder);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [Theory]
    [InlineData("Standard input cannot be used as base: The plan is empty.", "--base", "-")]
    [InlineData("--base-ref", "--base", "plan.json", "--base-ref", "main")]
    [InlineData("--base", "--expect-no-changes")]
    [InlineData("missing.json", "--base", "missing.json")]
    [InlineData("version", "--base", "Pulumi.json")]
    [InlineData("git repository", "--base-ref", "main")]
    [InlineData("--base-ref", "--base-ref")]
    [InlineData("--limit: '10' is not allowed. Allowed: an integer from 50000 to 2147483647\n", "--limit", "10")]
    [InlineData("--limit: 'abc' is not allowed. Allowed: an integer from 50000 to 2147483647\n", "--limit", "abc")]
    [InlineData("--limit: '1.5' is not allowed. Allowed: an integer from 50000 to 2147483647\n", "--limit", "1.5")]
    [InlineData("--limit: '' is not allowed. Allowed: an integer from 50000 to 2147483647\n", "--limit", "")]
    [InlineData("--limit: '99999999999' is not allowed. Allowed: an integer from", "--limit", "99999999999")]
    [InlineData("cannot be used as base: The plan is empty. Write one with", "--base", "/dev/null")]
    public async Task An_invalid_base_or_limit_is_reported_with_exit_code_2(string message, params string[] args)
    {
        using var folder = await SmallProject.CreateAsync();

        var result = await folder.RunAsync([.. Dev, .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_another_stack_is_refused()
    {
        using var folder = await SmallProject.CreateAsync();

        var result = await Cli.RunAsync([.. Dev, "--base", folder.Plan]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("small/dev", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_is_built_and_evaluated_and_its_checkout_is_removed()
    {
        using var folder = await SmallProject.CreateAsync();
        await folder.CommitProgramAsync($"System.Console.Write(System.IO.File.ReadAllText(\"{folder.Plan}\"));");
        folder.Append("    replicas: 2");

        var result = await folder.RunAsync([.. Dev, "--base-ref", "HEAD"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("~ spec.replicas: 1 => 2", result.Output, StringComparison.Ordinal);
        Assert.Single((await folder.GitAsync("worktree", "list")).Trim().Split('\n'));
    }

    [Fact]
    public async Task A_revision_is_built_once()
    {
        using var folder = await SmallProject.CreateAsync();
        await folder.CommitProgramAsync($"System.Console.Write(System.IO.File.ReadAllText(\"{folder.Plan}\"));");
        string[] preview = [.. Dev, "--base-ref", "HEAD"];

        var first = await folder.RunAsync(preview);
        var second = await folder.RunAsync(preview);

        Assert.Contains("Building HEAD…", first.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Building", second.Errors, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
        Assert.Empty(await folder.GitAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task A_revision_that_differs_only_in_settings_is_not_built()
    {
        using var folder = await SmallProject.CreateAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, ".gitignore"), "bin/\n");
        await folder.CommitProgramAsync("not C#");
        var bin = Directory.CreateDirectory(Path.Combine(folder.Folder, "bin"));
        foreach (var file in new FileInfo(Cli.Program).Directory!.GetFiles())
        {
            file.CopyTo(Path.Combine(bin.FullName, file.Name));
        }

        folder.Append("    replicas: 2");
        var program = Path.Combine(bin.FullName, Path.GetFileName(Cli.Program));
        var result = await Cli.RunAsync(program, "", [.. Dev, "--base-ref", "HEAD"], folder.Folder);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("Building", result.Errors, StringComparison.Ordinal);
        Assert.Contains("~ spec.replicas: 1 => 2", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("does not build", "not C#")]
    [InlineData(
        "cannot evaluate the stack dev (no such stack)",
        "System.Console.Error.WriteLine(\"no such stack\"); return 2;"
    )]
    [InlineData(
        "cannot evaluate the stack dev (1 error: no such stack)",
        "System.Console.Error.WriteLine(\"1 error:\\n  no such stack\"); return 2;"
    )]
    [InlineData("cannot be read", "System.Console.Write(\"[]\");")]
    public async Task A_revision_without_a_plan_shows_all_resources_as_new(string message, string program)
    {
        using var folder = await SmallProject.CreateAsync();
        await folder.CommitProgramAsync(program);

        var result = await folder.RunAsync([.. Dev, "--base-ref", "HEAD"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Contains("9 to create", result.Output, StringComparison.Ordinal);
        Assert.Single((await folder.GitAsync("worktree", "list")).Trim().Split('\n'));
    }

    [Fact]
    public async Task A_missing_git_is_reported()
    {
        using var folder = await SmallProject.CreateAsync();

        var result = await folder.RunAsync([.. Dev, "--base-ref", "HEAD"], ("PATH", folder.Folder));

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(
            "error: git cannot be started. Install git from https://git-scm.com/downloads, and put it on the PATH.",
            result.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_revision_is_reported_with_exit_code_2()
    {
        using var folder = await SmallProject.CreateAsync();
        await folder.CommitProgramAsync("");

        var result = await folder.RunAsync([.. Dev, "--base-ref=--output=nowhere"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no revision \"--output=nowhere\"", result.Errors, StringComparison.Ordinal);
    }
}
