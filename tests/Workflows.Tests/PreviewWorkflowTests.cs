using Infra;

namespace Workflows.Tests;

/// <summary>The shell steps of the preview workflow, on two revisions of a small repository whose "build" is this very program.</summary>
public sealed class PreviewWorkflowTests : IDisposable
{
    private const string Head = "0123456789abcdef0123456789abcdef01234567";

    private static readonly string Stack = File.ReadAllText(
        Path.Combine(Repository.Root, "tests/Infra.Tests/Seed/Stacks/Pulumi.llama2-70b.yaml")
    );

    private readonly Sandbox _sandbox = new();

    public PreviewWorkflowTests()
    {
        _sandbox.Set("PulumiSdk", "offline");
        _sandbox.Set("PROGRAM", Path.GetDirectoryName(typeof(InferenceStack).Assembly.Location)!);
        _sandbox.Expressions["github.event.pull_request.number"] = "17";
        _sandbox.Expressions["github.event.pull_request.head.sha"] = Head;
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Every_stack_of_a_pull_request_gets_a_comment_against_the_base_it_is_merged_into()
    {
        await MergeAsync(
            before: () =>
            {
                WriteStack("changed", Stack);
                WriteStack("same", Stack);
                WriteStack("gone", Stack);
            },
            after: () =>
            {
                WriteStack(
                    "changed",
                    Stack.Replace("  preset:", "  replicas: 2\n      preset:", StringComparison.Ordinal)
                );
                WriteStack("new", Stack);
                File.Delete(_sandbox.At("workspace", "Pulumi.gone.yaml"));
            }
        );

        var result = await PreviewAsync();

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["changed", "gone", "new", "same"], Comments().Keys.Order());
        Assert.All(
            Comments(),
            comment => Assert.StartsWith($"<!-- demo:preview:demo/{comment.Key} -->\n", comment.Value)
        );
        Assert.Equal(("17\n", $"{Head}\n", "same\n"), (Uploaded("number"), Uploaded("head"), Uploaded("unchanged")));
        Assert.Equal("", Uploaded("complete"));
        Assert.Contains("replicas", Comments()["changed"], StringComparison.Ordinal);
        Assert.Contains("pulumi destroy", Comments()["gone"], StringComparison.Ordinal);
        Assert.All(Comments().Values, comment => Assert.Contains(comment, _sandbox.Summary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stack_with_wrong_settings_fails_the_job_and_its_comment_says_what_is_wrong()
    {
        await MergeAsync(
            before: () => WriteStack("dev", Stack),
            after: () => WriteStack("dev", Stack.Replace("preset:", "presett:", StringComparison.Ordinal))
        );

        var result = await PreviewAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("<!-- demo:preview:demo/dev -->\n", Comments()["dev"]);
        Assert.Contains("presett", Comments()["dev"], StringComparison.Ordinal);
        Assert.Contains("presett", _sandbox.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_names_both_commits_and_shows_the_messages_of_the_settings()
    {
        await MergeAsync(
            before: () => WriteStack("dev", Stack),
            after: () =>
                WriteStack("dev", Stack.Replace("  preset:", "  replicas: 2\n      preset:", StringComparison.Ordinal))
        );
        var start = await _sandbox.BashAsync("git rev-parse HEAD^1");

        await PreviewAsync();

        Assert.Contains(
            $"Evaluated at `{Head}`, compared with `{start.Output.Trim()}`.",
            Comments()["dev"],
            StringComparison.Ordinal
        );
        Assert.Contains("The settings have", Comments()["dev"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stack_files_with_an_implausible_name_size_or_type_are_refused()
    {
        await MergeAsync(
            before: () => WriteStack("dev", Stack),
            after: () =>
            {
                WriteStack("dev", Stack);
                WriteStack("two words", Stack);
                WriteStack("*", Stack);
                WriteStack("large", Stack + $"\n# {new string('x', 1_000_000)}\n");
                File.CreateSymbolicLink(_sandbox.At("workspace", "Pulumi.link.yaml"), "/etc/hostname");
            }
        );

        var result = await PreviewAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["dev", "large", "link"], Comments().Keys.Order());
        Assert.Contains(@"The file Pulumi.two\ words.yaml is rejected", result.Output, StringComparison.Ordinal);
        Assert.Contains(@"The file Pulumi.\*.yaml is rejected", result.Output, StringComparison.Ordinal);
        Assert.Contains("it is larger than 1000000 bytes", Comments()["large"], StringComparison.Ordinal);
        Assert.Contains("it is a symbolic link", Comments()["link"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_cannot_be_evaluated_is_reported_without_failing()
    {
        await MergeAsync(
            before: () => WriteStack("dev", Stack.Replace("preset:", "presett:", StringComparison.Ordinal)),
            after: () => WriteStack("dev", Stack)
        );

        var result = await PreviewAsync();

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("base of this pull request cannot be evaluated", Comments()["dev"], StringComparison.Ordinal);
    }

    private Task<CommandResult> PreviewAsync() => _sandbox.RunJobAsync(Workflow.Named("preview.yml").Jobs.Single());

    private Dictionary<string, string> Comments() =>
        Directory
            .GetFiles(_sandbox.At("temp", "preview", "comments"))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

    private string Uploaded(string file) => File.ReadAllText(_sandbox.At("temp", "preview", file));

    private void WriteStack(string name, string text) =>
        _sandbox.Write(
            $"workspace/Pulumi.{name}.yaml",
            text.Replace("jetstream-pathways:", "demo:", StringComparison.Ordinal)
        );

    private async Task MergeAsync(Action before, Action after)
    {
        _sandbox.Write("workspace/Pulumi.yaml", "name: demo\nruntime: dotnet\nmain: infra\n");
        _sandbox.Write(
            "workspace/Makefile",
            "build:\n\t@mkdir -p infra/bin/offline-ahead/Release && ln -s $(PROGRAM) infra/bin/offline-ahead/Release/program\n"
        );
        before();
        await GitAsync(
            "init -q -b main && cp -r \"$SCRIPTS\" .github && git add . && git commit -qm base && git checkout -qb topic"
        );
        after();
        await GitAsync(
            "add -A && git commit -qm head && git checkout -q --detach main && git merge -q --no-ff -m merge topic"
        );
    }

    private async Task GitAsync(string commands)
    {
        var environment = new Dictionary<string, string>
        {
            ["SCRIPTS"] = Path.Combine(Repository.Root, ".github"),
            ["GIT_AUTHOR_NAME"] = "A",
            ["GIT_AUTHOR_EMAIL"] = "a@example.com",
            ["GIT_COMMITTER_NAME"] = "A",
            ["GIT_COMMITTER_EMAIL"] = "a@example.com",
        };
        var result = await _sandbox.BashAsync($"git {commands}", environment);
        Assert.True(result.ExitCode == 0, result.Output);
    }
}
