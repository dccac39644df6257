using System.Text;

namespace Workflows.Tests;

/// <summary>What the comment job refuses of what a pull request uploaded.</summary>
public sealed class ArtifactRefusalTests : IDisposable
{
    private readonly CommentJob _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task A_pull_request_with_a_newer_commit_gets_no_comment()
    {
        _job.Sandbox.Write(
            "temp/pull.json",
            """{"state":"open","head":{"sha":"another","ref":"topic","repo":{"full_name":"someone/fork"}}}"""
        );

        var result = await _job.CheckAsync();

        Assert.Equal((0, ""), (result.ExitCode, _job.Output));
    }

    [Fact]
    public async Task A_preview_without_a_comment_does_not_fail_the_run()
    {
        _job.Archive.Remove("comments/dev.md");

        var result = await _job.CheckAsync();

        Assert.Equal((0, ""), (result.ExitCode, _job.Output));
    }

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { "number", "17; echo", "not a number" },
            { "number", "17\n18", "not a number" },
            { "number", "", "not a number" },
            { "head", CommentJob.Head[..39] + "0", "another commit" },
            { "comments/dev.md", "No marker\n", "marker" },
            { "comments/prod.md", CommentJob.Marker, "marker" },
            { "comments/prod.md", "<!-- other:preview:other/prod -->\n", "marker" },
            { "comments/dev.md", "<!-- jetstream-pathways:preview:other/dev -->\n", "marker" },
            { "comments/dev.md", "<!-- $(id):preview:$(id)/dev -->\n", "marker" },
            { "comments/a b.md", CommentJob.Marker, "not an expected file" },
            { "comments/*.md", CommentJob.Marker, "not an expected file" },
            { "comments/dev.txt", CommentJob.Marker, "not an expected file" },
            { "comments/more/dev.md", CommentJob.Marker, "not an expected file" },
            { "../comments/dev.md", CommentJob.Marker, "not an expected file" },
            { "comments/a\n.md", CommentJob.Marker, "not an expected file" },
            { "comments/dev.md", CommentJob.Marker + new string('ä', 60_000), "UTF-16" },
            { "comments/dev.md", CommentJob.Marker + new string('x', 300_000), "comments/dev.md has 300" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_unexpected_artifact_is_refused(string file, string text, string message)
    {
        _job.Upload(file, text);

        var result = await _job.CheckAsync();

        Assert.Equal((1, ""), (result.ExitCode, _job.Output));
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_refused_by_name()
    {
        _job.Archive.AddLink("comments/prod.md", "/proc/self/environ");

        var result = await _job.CheckAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("comments/prod.md is not a regular file", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_is_not_UTF_8_is_refused()
    {
        _job.Archive.Add("comments/dev.md", [.. Encoding.UTF8.GetBytes(CommentJob.Marker), 0xFF]);

        Assert.Contains("comments/dev.md is not UTF-8", (await _job.CheckAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_file_is_refused()
    {
        _job.Archive.AddTwice("comments/dev.md");

        Assert.Contains(
            "comments/dev.md does not have the",
            (await _job.CheckAsync()).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_is_longer_than_the_archive_says_is_refused()
    {
        _job.Upload("comments/dev.md", CommentJob.Marker + new string('x', 200_000));
        _job.Archive.Understate = 200_000;

        var result = await _job.CheckAsync();

        Assert.Equal((1, ""), (result.ExitCode, _job.Output));
        Assert.Contains("comments/dev.md does not have the", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_artifact_that_is_too_large_is_not_even_downloaded()
    {
        _job.Listed(50_000_000);
        _job.Sandbox.Write("temp/upload.zip", "not read");

        var result = await _job.Sandbox.RunAsync(_job.Steps[0]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("it has 50000000 bytes", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_job.Sandbox.At("temp", "preview.zip")));
    }

    [Fact]
    public async Task An_artifact_with_too_many_files_is_refused()
    {
        foreach (var number in Enumerable.Range(0, 60))
        {
            _job.Upload($"comments/s{number}.md", CommentJob.Marker);
        }

        Assert.Contains("more than 60 files", (await _job.CheckAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_without_an_artifact_does_not_fail_the_run()
    {
        _job.Sandbox.Write("temp/artifacts.json", """{"artifacts":[]}""");

        Assert.Equal((0, ""), ((await _job.CheckAsync()).ExitCode, _job.Output));
    }

    [Theory]
    [InlineData("victim/fork", "topic")]
    [InlineData("someone/fork", "other")]
    public async Task A_pull_request_of_another_branch_is_refused(string repository, string branch)
    {
        _job.Sandbox.Expressions["github.event.workflow_run.head_repository.full_name"] = repository;
        _job.Sandbox.Expressions["github.event.workflow_run.head_branch"] = branch;

        var result = await _job.CheckAsync();

        Assert.Equal((1, ""), (result.ExitCode, _job.Output));
    }
}
