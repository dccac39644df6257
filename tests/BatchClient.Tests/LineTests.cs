using System.Text;

namespace BatchClient.Tests;

/// <summary>Lines at the limits of what a line may be.</summary>
public sealed class LineTests
{
    private const string Answered = "";
    private const string TooLong = "the line is longer than 1 MiB";
    private const string NotJson = "the line is not valid JSON";
    private const int MiB = 1 << 20;

    [Theory]
    [InlineData("""{"prompt":"p","x":"\ud800"}""", Answered)]
    [InlineData("""{"prompt":"p","\ud800":1}""", Answered)]
    [InlineData("""{"p\udc00":1,"prompt":"p"}""", Answered)]
    [InlineData("""{"prompt":"\ud83d\ude00"}""", Answered)]
    [InlineData("""{"prompt":"a\u0000b"}""", Answered)]
    [InlineData("""{"pr\u006fmpt":"p"}""", Answered)]
    [InlineData("""{"prompt":"\ud800"}""", "prompt contains an unpaired surrogate")]
    [InlineData("""{"prompt":"p","id":"\ud800"}""", "id contains an unpaired surrogate")]
    [InlineData("""{"prompt":"p","id":"\ude00\ud83d"}""", "id contains an unpaired surrogate")]
    [InlineData("""{"prompt":"p","id":1e999999}""", Answered)]
    [InlineData("""{"prompt":"a","prompt":"p","id":1,"id":2}""", Answered)]
    [InlineData("""{"prompt":"p","prompt":null}""", "the line has no prompt")]
    [InlineData("""{"prompt":"p"}{"prompt":"p"}""", NotJson)]
    [InlineData("""{"prompt":"p",}""", NotJson)]
    [InlineData("""{"prompt":["p"]}""", "prompt must be a string")]
    [InlineData("{\"prompt\":\"p\"}\0", NotJson)]
    [InlineData("\0", NotJson)]
    [InlineData("\r\r", "blank")]
    public Task A_line_of_any_content_gets_an_answer_or_an_error(string line, string outcome) =>
        ExpectAsync(line, outcome);

    [Theory]
    [InlineData(MiB, Answered)]
    [InlineData(MiB + 1, TooLong)]
    public async Task The_limit_of_a_line_excludes_its_blanks_and_the_byte_order_mark(int length, string outcome)
    {
        var line = BatchRun.Line("p");
        line = $$"""{{line[..^1]}},"x":"{{new string('x', length - line.Length - 7)}}"}""";
        Assert.Equal(length, line.Length);

        await ExpectAsync($"\uFEFF \t{line} \r", outcome);
    }

    [Theory]
    [InlineData(5 * MiB, Answered)]
    [InlineData(MiB - 1, Answered)]
    public Task Whitespace_around_a_prompt_is_ignored(int blanks, string outcome) =>
        ExpectAsync(new string(' ', blanks) + BatchRun.Line("p") + new string('\t', blanks), outcome);

    [Theory]
    [InlineData(6 * MiB, "blank")]
    [InlineData(2 * MiB, "blank")]
    public Task A_line_of_whitespace_of_any_length_is_blank(int blanks, string outcome) =>
        ExpectAsync(new string(' ', blanks), outcome);

    [Fact]
    public Task Content_after_a_mebibyte_of_whitespace_is_not_ignored() =>
        ExpectAsync(BatchRun.Line("p") + new string(' ', 2 * MiB) + "x", TooLong);

    [Theory]
    [InlineData("[", "]", 500_000)]
    [InlineData("{\"x\":", "}", 150_000)]
    public Task An_ignored_key_may_be_nested_to_any_depth(string open, string close, int depth)
    {
        var nested =
            string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        return ExpectAsync($$"""{"x":{{nested}},"prompt":"p"}""", Answered);
    }

    [Theory]
    [InlineData(1024, Answered)]
    [InlineData(1025, "id is longer than 1024 bytes")]
    public Task An_id_must_not_exceed_the_limit(int length, string outcome) =>
        ExpectAsync($$"""{"prompt":"p","id":"{{new string('i', length)}}"}""", outcome);

    [Fact]
    public async Task A_byte_order_mark_is_skipped_only_at_the_start_of_the_input()
    {
        await ExpectAsync("\uFEFF", "blank");
        await ExpectAsync("\uFEFF \t", "blank");
        await ExpectAsync("\n\uFEFF", NotJson);
    }

    /// <summary>Runs the client on a line that is followed by others, and on one at the end of the input.</summary>
    private static async Task ExpectAsync(string line, string outcome)
    {
        foreach (var next in (string[])["", "\n" + BatchRun.Line("next") + "\r\n\r\n"])
        {
            await using var run = await BatchRun.PrepareAsync(Encoding.UTF8.GetBytes(line + next));

            await run.FinishAsync();

            string[] expected = outcome == "blank" ? [] : [outcome];
            Assert.Equal(
                next.Length > 0 ? [.. expected, Answered] : expected,
                run.Results.Select(result => (string?)result["error"] ?? Answered)
            );
        }
    }
}
