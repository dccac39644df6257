using System.Text.Json;
using Infra.Tests.Commands;

namespace Infra.Tests.Workflows;

/// <summary>The shell steps that check what a pull request uploaded and post it, with a stand-in for GitHub.</summary>
public sealed class PreviewCommentTests : IDisposable
{
    private const string Head = "0123456789abcdef0123456789abcdef01234567";
    private const string Marker = "<!-- jetstream-pathways:preview:jetstream-pathways/dev -->\n";

    private readonly Sandbox _sandbox = new();
    private readonly WorkflowStep[] _steps =
    [
        .. Workflow.Named("preview-comment.yml").Jobs.Single().Steps.Where(step => step.Run is not null),
    ];

    public PreviewCommentTests()
    {
        _sandbox.Expressions["github.token"] = "token";
        _sandbox.Expressions["github.event.workflow_run.head_sha"] = Head;
        _sandbox.Expressions["github.event.workflow_run.head_repository.full_name"] = "someone/fork";
        _sandbox.Expressions["github.event.workflow_run.head_branch"] = "topic";
        _sandbox.Replace(
            "gh",
            """
            case "$*" in
              "api repos/example/repository/pulls/17") cat "$RUNNER_TEMP/pull.json" ;;
              *--paginate*) cat "$RUNNER_TEMP/posted.json" ;;
              *) printf '%s\n' "$*" >>"$RUNNER_TEMP/calls"; last=${*: -1}; cat "${last#body=@}" >>"$RUNNER_TEMP/calls" ;;
            esac
            """
        );
        _sandbox.Write(
            "temp/pull.json",
            """{"state":"open","head":{"sha":"SHA","ref":"topic","repo":{"full_name":"someone/fork"}}}""".Replace(
                "SHA",
                Head,
                StringComparison.Ordinal
            )
        );
        Posted();
        Upload("number", "17\n");
        Upload("head", Head + "\n");
        Upload("unchanged", "");
        Upload("comments/dev.md", Marker + "2 to create\n");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_first_preview_becomes_a_comment()
    {
        await PostAsync();

        Assert.Equal(
            "api --silent repos/example/repository/issues/17/comments -F body=@comments/dev.md\n"
                + Marker
                + "2 to create\n",
            Calls
        );
    }

    [Fact]
    public async Task A_later_preview_changes_the_comment_of_its_stack()
    {
        Posted(
            new(7, "An unrelated comment"),
            new(8, Marker.Replace("dev", "prod", StringComparison.Ordinal)),
            new(9, Marker + "1 to create")
        );

        await PostAsync();

        Assert.StartsWith("api --silent --method PATCH repos/example/repository/issues/comments/9 -F", Calls);
    }

    [Theory]
    [InlineData(Marker + "2 to create\n")]
    [InlineData(Marker + "2 to create")]
    public async Task A_comment_that_says_it_already_is_left_alone(string posted)
    {
        Posted(new PostedComment(9, posted));

        await PostAsync();

        Assert.Equal("", Calls);
    }

    [Fact]
    public async Task Nothing_is_said_of_a_stack_in_which_nothing_changes_until_something_was()
    {
        Upload("unchanged", "dev\n");
        await PostAsync();
        Assert.Equal("", Calls);

        Posted(new PostedComment(9, Marker + "2 to delete"));
        await PostAsync();
        Assert.Contains("comments/9", Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_that_has_moved_on_gets_no_comment()
    {
        _sandbox.Write(
            "temp/pull.json",
            """{"state":"open","head":{"sha":"another","ref":"topic","repo":{"full_name":"someone/fork"}}}"""
        );

        var result = await _sandbox.RunAsync(_steps[0]);

        Assert.Equal((0, ""), (result.ExitCode, _sandbox.Output));
    }

    [Fact]
    public async Task A_preview_that_ended_before_a_comment_is_no_failure()
    {
        Directory.Delete(_sandbox.At("temp", "preview", "comments"), recursive: true);

        var result = await _sandbox.RunAsync(_steps[0]);

        Assert.Equal((0, ""), (result.ExitCode, _sandbox.Output));
    }

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { "number", "17; echo", "no number" },
            { "number", "17\n18", "no number" },
            { "number", "", "no number" },
            { "head", Head[..39] + "0", "another commit" },
            { "comments/dev.md", "No marker\n", "marker" },
            { "comments/prod.md", Marker, "marker" },
            { "comments/a b.md", Marker, "no stack" },
            { "comments/dev.txt", Marker, "no stack" },
            { "comments/more/dev.md", Marker, "no stack" },
            { "comments/dev.md", Marker + new string('ä', 60_000), "UTF-16" },
            { "comments/dev.md", Marker + new string('x', 300_000), "too long" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_upload_that_the_preview_would_not_make_is_refused(string file, string text, string told)
    {
        Upload(file, text);

        var result = await _sandbox.RunAsync(_steps[0]);

        Assert.Equal((1, ""), (result.ExitCode, _sandbox.Output));
        Assert.Contains(told, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_file_of_the_runner_is_refused()
    {
        File.CreateSymbolicLink(_sandbox.At("temp", "preview", "comments", "prod.md"), "/proc/self/environ");

        var result = await _sandbox.RunAsync(_steps[0]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no plain file", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("victim/fork", "topic")]
    [InlineData("someone/fork", "other")]
    public async Task A_pull_request_of_another_branch_is_refused(string repository, string branch)
    {
        _sandbox.Expressions["github.event.workflow_run.head_repository.full_name"] = repository;
        _sandbox.Expressions["github.event.workflow_run.head_branch"] = branch;

        var result = await _sandbox.RunAsync(_steps[0]);

        Assert.Equal((1, ""), (result.ExitCode, _sandbox.Output));
    }

    [Fact]
    public void The_marker_that_is_asked_for_names_this_project() =>
        Assert.Contains(
            $"name: {_steps[0].Environment["PROJECT"]}",
            File.ReadAllLines(Path.Combine(Cli.Repository, "Pulumi.yaml"))
        );

    private sealed record PostedComment(int Id, string Body);

    private string Calls =>
        File.Exists(_sandbox.At("temp", "calls")) ? File.ReadAllText(_sandbox.At("temp", "calls")) : "";

    private void Upload(string file, string text) => _sandbox.Write($"temp/preview/{file}", text);

    private void Posted(params PostedComment[] comments) =>
        _sandbox.Write(
            "temp/posted.json",
            string.Join('\n', comments.Select(comment => JsonSerializer.Serialize(comment, JsonSerializerOptions.Web)))
        );

    private async Task PostAsync()
    {
        var check = await _sandbox.RunAsync(_steps[0]);
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Equal("number=17", _sandbox.Output.Split('\n')[0]);

        _sandbox.Expressions["steps.check.outputs.number"] = "17";
        var post = await _sandbox.RunAsync(_steps[1]);
        Assert.True(post.ExitCode == 0, post.Output);
    }
}
