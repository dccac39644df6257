namespace Workflows.Tests;

/// <summary>How the comment job keeps GitHub from acting on texts of a pull request.</summary>
public sealed class InertCommentTests : IDisposable
{
    private readonly CommentJob _job = new();

    public void Dispose() => _job.Dispose();

    // A broken bar stands for the word joiner.
    public static TheoryData<string, string> Inert =>
        new()
        {
            { "ask @octocat or @org/team", "ask @¦octocat or @¦org/team" },
            { "\\@octocat &#64;octocat &commat;octocat", "\\@¦octocat &¦#¦64;octocat &¦commat;octocat" },
            { "a@example.com", "a@¦example.com" },
            { "closes #1, org/repo#2, GH-3, gh-4", "closes #¦1, org/repo#¦2, GH¦-3, gh¦-4" },
            { "![image](https://example.com/a.png)", "![image]¦(https¦://example.com/a.png)" },
            { "[text][1]\n[1]: //example.com", "[text]¦[1]\n[1]¦: //example.com" },
            { "HTTPS://example.com www.example.com http\\://x", "HTTPS¦://example.com www¦.example.com http¦\\://x" },
            { "<https://example.com> <img src=x> <!-- x -->", "<¦https¦://example.com> <¦img src=x> <¦!-- x -->" },
            { "<details open> <a\nhref=x>", "<¦details open> <¦a\nhref=x>" },
            { "```geojson\n{}\n```", "```¦geojson\n{}\n```" },
            { "~~~mermaid\npie\n~~~", "~~~¦mermaid\npie\n~~~" },
            { "```mermaid\nflowchart LR\nclick a \"//x\"\n```", "```mermaid\nflowchart LR\nclick¦ a \"//x\"\n```" },
            { "$\\href{//x}{y}$", "$\\¦href{//x}{y}$" },
            { "left\u202eright\u200b", "leftright" },
        };

    [Theory]
    [MemberData(nameof(Inert))]
    public async Task Markdown_that_GitHub_interprets_is_escaped_in_a_comment(string text, string expected)
    {
        _job.Upload("comments/dev.md", CommentJob.Marker + text + "\n");

        await _job.PostAsync();

        Assert.EndsWith($"\n\n{expected.Replace('¦', '\u2060')}\n", _job.Calls);
    }

    [Fact]
    public async Task Markdown_of_a_preview_is_not_escaped()
    {
        const string Own =
            "- `+ Pool a`, because of `b[0].c`: replaces it\n\n#### Properties\n\n<details>\n<summary><code>a &lt;b&gt; &amp; c</code></summary>\n\n"
            + "```diff\n@@ -1,2 +1,2 @@\n- \"gs://bucket/folder\"\n```\n\n</details>\n<sub>x</sub>\n\n```mermaid\nflowchart LR\na[\"b<br>c\"]\n```\n";
        _job.Upload("comments/dev.md", CommentJob.Marker + Own);

        await _job.PostAsync();

        Assert.EndsWith($"\n\n{Own}", _job.Calls);
    }

    [Fact]
    public async Task A_comment_that_became_too_long_leads_to_the_run()
    {
        _job.Upload("comments/dev.md", CommentJob.Marker + string.Concat(Enumerable.Repeat("@a", 29_000)) + "\n");

        await _job.PostAsync();

        Assert.Contains("too long for a comment: see the summary of [this run]", _job.Calls, StringComparison.Ordinal);
        Assert.DoesNotContain("@", _job.Calls.Split('\n', 2)[1], StringComparison.Ordinal);
    }
}
