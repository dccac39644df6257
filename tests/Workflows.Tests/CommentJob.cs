using System.Text;
using System.Text.Json;

namespace Workflows.Tests;

/// <summary>The shell steps that check what a pull request uploaded and post it, with a stand-in for GitHub.</summary>
internal sealed class CommentJob : IDisposable
{
    /// <summary>The commit of the run.</summary>
    public const string Head = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>The first line of the comment of the stack dev.</summary>
    public const string Marker = "<!-- jetstream-pathways:preview:jetstream-pathways/dev -->\n";

    public CommentJob()
    {
        Sandbox.Set("GITHUB_SERVER_URL", "https://github.example");
        Sandbox.Expressions["github.token"] = "token";
        Sandbox.Expressions["github.event.workflow_run.id"] = "99";
        Sandbox.Expressions["github.event.workflow_run.head_sha"] = Head;
        Sandbox.Expressions["github.event.workflow_run.head_repository.full_name"] = "someone/fork";
        Sandbox.Expressions["github.event.workflow_run.head_branch"] = "topic";
        Sandbox.Replace(
            "gh",
            """
            case "$*" in
              "api repos/example/repository/pulls/17") cat "$RUNNER_TEMP/pull.json" ;;
              "api repos/example/repository/actions/runs/99/artifacts?name=preview&per_page=100") cat "$RUNNER_TEMP/artifacts.json" ;;
              "api repos/example/repository/actions/artifacts/5/zip") cat "$RUNNER_TEMP/upload.zip" ;;
              *--paginate*) cat "$RUNNER_TEMP/posted.json" ;;
              *) printf '%s\n' "$*" >>"$RUNNER_TEMP/calls"; last=${*: -1}; cat "${last#body=@}" >>"$RUNNER_TEMP/calls" ;;
            esac
            """
        );
        Sandbox.Write(
            "temp/pull.json",
            """{"state":"open","head":{"sha":"SHA","ref":"topic","repo":{"full_name":"someone/fork"}}}""".Replace(
                "SHA",
                Head,
                StringComparison.Ordinal
            )
        );
        Posted();
        Listed(1000);
        Upload("number", "17\n");
        Upload("head", Head + "\n");
        Upload("unchanged", "");
        Upload("complete", "");
        Upload("comments/dev.md", Marker + "2 to create\n");
    }

    /// <summary>The runner.</summary>
    public Sandbox Sandbox { get; } = new();

    /// <summary>The artifact.</summary>
    public ArtifactArchive Archive { get; } = new();

    /// <summary>The shell steps: download, check, make inert, post.</summary>
    public WorkflowStep[] Steps { get; } =
    [.. Workflow.Named("preview-comment.yml").Jobs.Single().Steps.Where(step => step.Run is not null)];

    /// <summary>What the steps said of themselves for later ones.</summary>
    public string Output => Sandbox.Output;

    /// <summary>What was asked of GitHub, with the bodies.</summary>
    public string Calls =>
        File.Exists(Sandbox.At("temp", "calls")) ? File.ReadAllText(Sandbox.At("temp", "calls")) : "";

    /// <summary>Puts a file into the artifact.</summary>
    public void Upload(string file, string text) => Archive.Add(file, Encoding.UTF8.GetBytes(text));

    /// <summary>Sets the size by which GitHub lists the artifact.</summary>
    public void Listed(int size) =>
        Sandbox.Write(
            "temp/artifacts.json",
            $$"""{"artifacts":[{"id":4,"name":"preview","expired":true},{"id":5,"name":"preview","expired":false,"size_in_bytes":{{size}}},{"id":6,"name":"other"}]}"""
        );

    /// <summary>Sets the comments of the pull request.</summary>
    public void Posted(params PostedComment[] comments) =>
        Sandbox.Write(
            "temp/posted.json",
            string.Join('\n', comments.Select(comment => JsonSerializer.Serialize(comment, JsonSerializerOptions.Web)))
        );

    /// <summary>Downloads and checks the artifact.</summary>
    public async Task<CommandResult> CheckAsync()
    {
        Archive.Write(Sandbox.At("temp", "upload.zip"));
        Sandbox.Remove("temp/preview"); // every job begins with an empty folder
        var download = await Sandbox.RunAsync(Steps[0]);
        return download.ExitCode == 0 ? await Sandbox.RunAsync(Steps[1]) : download;
    }

    /// <summary>Runs the whole job, which must succeed.</summary>
    public async Task PostAsync()
    {
        var check = await CheckAsync();
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Equal("number=17", Sandbox.Output.Split('\n')[0]);

        foreach (var output in Sandbox.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = output.Split('=') is [var key, var text]
                ? (key, text)
                : throw new FormatException(output);
            Sandbox.Expressions[$"steps.check.outputs.{name}"] = value;
        }

        foreach (var step in Steps[2..])
        {
            var result = await Sandbox.RunAsync(step);
            Assert.True(result.ExitCode == 0, result.Output);
        }
    }

    public void Dispose() => Sandbox.Dispose();
}

/// <summary>A comment that a pull request has.</summary>
internal sealed record PostedComment(int Id, string Body);
