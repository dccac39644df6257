namespace CommandLine.Tests;

public sealed class CommandLineTests
{
    private static readonly string SeedStacks = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Seed", "Stacks");

    [Fact]
    public async Task Help_lists_the_commands_and_exits_with_0()
    {
        var result = await Cli.RunAsync(["--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("preview", result.Output, StringComparison.Ordinal);
        Assert.Contains("render", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--stack", "preview")]
    [InlineData("--outptu", "preview", "--stack", "dev", "--outptu", "json")]
    [InlineData("yaml", "preview", "--stack", "dev", "--output", "yaml")]
    [InlineData("prevew", "prevew")]
    [InlineData("@README.md", "preview", "--stack", "dev", "@README.md")]
    [InlineData("--directory", "render", "--stack", "dev", "--directory", "")]
    [InlineData("--base", "preview", "--stack", "dev", "--base", "")]
    [InlineData("--base-ref", "preview", "--stack", "dev", "--base-ref", "")]
    public async Task A_wrong_command_line_is_reported_on_standard_error_with_exit_code_2(
        string message,
        params string[] args
    )
    {
        var result = await Cli.RunAsync(args);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Contains("--help", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staging", "dev")]
    [InlineData("../dev", "Allowed")]
    public async Task An_unknown_stack_is_reported_with_the_known_ones_and_exit_code_2(string stack, string message)
    {
        var result = await Cli.RunAsync(["preview", "--stack", stack]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_project_is_reported_with_exit_code_2()
    {
        var folder = Directory.CreateTempSubdirectory("no-project-");
        try
        {
            var result = await Cli.RunAsync(["preview", "--stack", "dev", "--cwd", folder.FullName]);

            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.Contains("Pulumi.yaml", result.Errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_subfolder_of_the_project_is_accepted()
    {
        var result = await Cli.RunAsync(["preview", "--stack", "dev", "--cwd", "Golden"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("  Pulumi.dev.yaml:", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_is_written_to_standard_output_and_warnings_to_standard_error()
    {
        var result = await Cli.RunAsync(["preview", "--stack", "dev", "--output", "json"]);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("{", result.Output, StringComparison.Ordinal);
        Assert.Contains("example-project", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_includes_the_commit()
    {
        var result = await Cli.RunAsync(["--version"]);

        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+\+[0-9a-f]{40}\n$", result.Output);
    }

    [Fact]
    public async Task A_shell_completes_the_names_of_stacks()
    {
        var result = await Cli.RunAsync(["[suggest:16]", "preview --stack "]);

        Assert.Equal("dev\nprod\n", result.Output);
    }

    [Fact]
    public async Task A_failure_has_one_line_unless_messages_are_verbose()
    {
        // A file is not a folder, and none can be created below it.
        string[] args = ["render", "--stack", "dev", "--placeholders", "--directory", "Pulumi.yaml/out"];
        var brief = await Cli.RunAsync(args);
        var verbose = await Cli.RunAsync([.. args, "--verbose"]);

        Assert.Equal((1, 1), (brief.ExitCode, verbose.ExitCode));
        Assert.Matches("\nerror: .*\n$", brief.Errors);
        Assert.DoesNotContain("   at ", brief.Errors, StringComparison.Ordinal);
        Assert.Matches(@"\nerror: System\.IO\.[A-Za-z]+: .*\n   at ", verbose.Errors);
        Assert.Matches(@"Evaluating dev: [0-9]+\.[0-9]{3} s\n", verbose.Errors);
    }

    [Fact]
    public async Task A_preview_outside_of_a_terminal_has_no_color()
    {
        var result = await Cli.RunAsync(["preview", "--stack", "dev"]);

        Assert.DoesNotContain('\e', result.Output);
    }

    [Fact]
    public async Task Rendering_into_a_folder_writes_one_file_for_each_object()
    {
        var folder = Directory.CreateTempSubdirectory("rendered-");
        try
        {
            var args = new[] { "render", "--stack", "llama2-70b", "--cwd", SeedStacks, "--directory", folder.FullName };
            var result = await Cli.RunAsync(args);

            Assert.Equal((0, ""), (result.ExitCode, result.Output));
            Assert.Equal(2, folder.GetFiles("*.yaml").Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Rendering_again_removes_only_files_of_removed_objects()
    {
        using var project = await SmallProject.CreateAsync();
        var folder = Directory.CreateDirectory(Path.Combine(project.Folder, "out"));
        var own = Path.Combine(folder.FullName, "own.yaml");
        await File.WriteAllTextAsync(own, "# Rendered by hand\n");
        string[] render = ["render", "--stack", "dev", "--placeholders", "--directory", folder.FullName];
        await project.RunAsync(render);
        var files = folder.GetFiles("*.yaml").Select(file => file.Name).ToHashSet();

        project.Append("    smokeTest: { enabled: false }");
        var result = await project.RunAsync(render);

        Assert.Equal(0, result.ExitCode);
        files.ExceptWith(folder.GetFiles("*.yaml").Select(file => file.Name));
        Assert.Equal(2, files.Count);
        Assert.All(files, gone => Assert.Contains("smoke-test", gone, StringComparison.Ordinal));
        Assert.All(
            files,
            gone =>
                Assert.Contains(
                    $"removed {Path.Combine(folder.FullName, gone)}\n",
                    result.Errors,
                    StringComparison.Ordinal
                )
        );
        Assert.True(File.Exists(own));
    }

    [Fact]
    public async Task Rendering_a_second_stack_into_a_folder_keeps_the_files_of_the_first()
    {
        using var project = await SmallProject.CreateAsync();
        var folder = Path.Combine(project.Folder, "out");
        string[] render = ["render", "--placeholders", "--directory", folder, "--stack"];
        await project.RunAsync([.. render, "dev"]);
        var text = await File.ReadAllTextAsync(Path.Combine(project.Folder, "Pulumi.dev.yaml"));
        await File.WriteAllTextAsync(
            Path.Combine(project.Folder, "Pulumi.other.yaml"),
            text.Replace("name: llama2-70b", "name: other", StringComparison.Ordinal)
        );

        var result = await project.RunAsync([.. render, "other"]);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("removed", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_of_the_machine_changes_nothing_in_a_plan()
    {
        var args = new[] { "preview", "--stack", "dev", "--output", "json" };
        var plain = await Cli.RunAsync(args);
        var set = await Cli.RunAsync(
            args,
            null,
            ("KUBECONFIG", "/nowhere/config"),
            ("GOOGLE_PROJECT", "other-project"),
            ("GOOGLE_REGION", "europe-west4"),
            ("GOOGLE_ZONE", "europe-west4-a"),
            ("PULUMI_K8S_ENABLE_PATCH_FORCE", "true")
        );

        Assert.Equal(plain.Output, set.Output);
    }

    [Fact]
    public async Task A_build_with_the_stand_in_fails_under_the_engine_with_a_clear_error()
    {
        var isStandIn = typeof(Pulumi.Resource).Assembly.GetName().Name == "Pulumi.OfflineSdk";
        var result = await Cli.RunAsync([], null, ("PULUMI_MONITOR", "127.0.0.1:9"), ("PULUMI_ENGINE", "127.0.0.1:9"));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(isStandIn, result.Errors.Contains("PulumiSdk=nuget", StringComparison.Ordinal));
    }
}
