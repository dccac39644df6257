namespace Infra.Tests.Workflows;

/// <summary>What the comment job posts of what a pull request uploaded.</summary>
public sealed class PreviewCommentTests : IDisposable
{
    private readonly CommentJob _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task A_first_preview_becomes_a_comment_that_says_who_wrote_it()
    {
        await _job.PostAsync();

        Assert.Equal(
            "api --silent repos/example/repository/issues/17/comments -F body=@dev.md\n"
                + CommentJob.Marker
                + $"> The code of this pull request wrote what follows, at commit `{CommentJob.Head}` in "
                + "[this run](https://github.example/example/repository/actions/runs/99). "
                + "Review that code before you rely on it.\n\n"
                + "2 to create\n",
            _job.Calls
        );
    }

    [Fact]
    public async Task A_later_preview_changes_the_comment_of_its_stack()
    {
        _job.Posted(
            new(7, "An unrelated comment"),
            new(8, CommentJob.Marker.Replace("dev", "prod", StringComparison.Ordinal)),
            new(9, CommentJob.Marker + "1 to create")
        );

        await _job.PostAsync();

        Assert.StartsWith("api --silent --method PATCH repos/example/repository/issues/comments/9 -F", _job.Calls);
    }

    [Fact]
    public async Task A_stack_that_leaves_the_pull_request_has_its_comment_changed()
    {
        _job.Posted(
            new(8, CommentJob.Marker.Replace("/dev ", "/left ", StringComparison.Ordinal) + "1 to create"),
            new(9, "A word")
        );

        await _job.PostAsync();

        Assert.Contains(
            "--method PATCH repos/example/repository/issues/comments/8 ",
            _job.Calls,
            StringComparison.Ordinal
        );
        Assert.Contains("no longer has the stack `left`", _job.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_that_was_cut_short_changes_no_comment_of_other_stacks()
    {
        _job.Posted(
            new PostedComment(8, CommentJob.Marker.Replace("/dev ", "/left ", StringComparison.Ordinal) + "1 to create")
        );
        _job.Archive.Remove("complete");

        await _job.PostAsync();

        Assert.DoesNotContain("comments/8", _job.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_of_a_stack_in_which_nothing_changes_until_something_was()
    {
        _job.Upload("unchanged", "dev\n");
        await _job.PostAsync();
        Assert.Equal("", _job.Calls);

        _job.Posted(new PostedComment(9, CommentJob.Marker + "2 to delete"));
        await _job.PostAsync();
        Assert.Contains("comments/9", _job.Calls, StringComparison.Ordinal);
    }
}
