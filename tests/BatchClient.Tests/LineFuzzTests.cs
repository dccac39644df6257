using System.Text;
using System.Text.Json;
using CsCheck;

namespace BatchClient.Tests;

/// <summary>The client's promise for inputs of random bytes.</summary>
public sealed class LineFuzzTests
{
    private const int Inputs = 25;

    private static readonly string[] Fragments =
    [
        .. """{ } [ ] , : " \ "prompt" "prompt":"p" "id":"\ud800" "id":7 "max_tokens":0 "max_tokens":1e9 "x":null "\udc00" "\ud83d\ude00" 1e999 -""".Split(
            ' '
        ),
        "\0",
        " ",
        "\t",
        "\r",
        "\uFEFF",
        "é",
    ];

    private static readonly Gen<byte[]> FromFragments = Gen.OneOf(Fragments).Array[0, 12].Select(Join);

    private static readonly Gen<byte[]> AnyBytes = Gen.Byte.Array[0, 40];

    /// <summary>A valid line of which one byte is replaced.</summary>
    private static readonly Gen<byte[]> Damaged = Gen.Select(
        Gen.OneOf(
            """{"prompt": "é\n", "id": "\ud83d\ude00", "max_tokens": 9}""",
            """{"id": 1, "x": [{"y": 1}], "prompt": "p"}"""
        ),
        Gen.Int[0, 39],
        Gen.Byte,
        (line, index, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            bytes[index] = value;
            return bytes;
        }
    );

    /// <summary>A line about as long as the limit, within blanks or not.</summary>
    private static readonly Gen<byte[]> Long = Gen.Select(
        Gen.Int[0, 1].Select(n => n << 20),
        Gen.Int[(1 << 20) - 32, 1 << 20],
        Gen.OneOf("\"", "\"x", "", "\"}x"),
        (blanks, length, end) =>
            Join([new(' ', blanks), "{\"prompt\":\"p\",\"x\":\"", new('x', length - 18), end, "}", new(' ', blanks)])
    );

    /// <summary>An input; lines may contain further line breaks.</summary>
    private static readonly Gen<byte[]> Input = Gen.Select(
        Gen.OneOf("", "\uFEFF"),
        Gen.Frequency((40, FromFragments), (30, AnyBytes), (30, Damaged), (1, Long)).Array[0, 300],
        Gen.OneOf("\n", "\r\n"),
        Gen.Bool,
        (mark, lines, end, ends) =>
        {
            byte[] input = [.. Join([mark]), .. lines.SelectMany(line => (byte[])[.. line, .. Join([end])])];
            return ends ? input : input[..^(lines.Length > 0 ? end.Length : 0)];
        }
    );

    [Fact]
    public Task Every_line_that_is_not_blank_has_exactly_one_result_whatever_its_bytes_are() =>
        Input.SampleAsync(ExpectOneResultPerLineAsync, iter: Inputs, threads: 1, print: Convert.ToBase64String);

    private static async Task ExpectOneResultPerLineAsync(byte[] input)
    {
        await using var run = await BatchRun.PrepareAsync(input);

        await run.FinishAsync("--concurrency 32", "--part-results 50");

        var results = run.ResultLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(NonBlankLines(input), results.Select(result => result.GetProperty("line").GetInt32()).Order());
        Assert.All(results, ExpectReadable);
        Assert.Equal(results.Count, (int)run.Done["prompts"]!);
    }

    /// <summary>A result has a response or an error, and its strings can be decoded.</summary>
    private static void ExpectReadable(JsonElement result)
    {
        var strings = result.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.String).ToList();
        Assert.All(strings, value => Assert.NotNull(value.Value.GetString()));
        Assert.Single(strings, value => value.Name is "response" or "error");
    }

    private static IEnumerable<int> NonBlankLines(byte[] input)
    {
        // Latin-1 maps every byte to one character.
        var text = Encoding.Latin1.GetString(input);
        text = text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? text[3..] : text;
        return text.Split('\n')
            .Index()
            .Where(line => line.Item.Trim(' ', '\t', '\r').Length > 0)
            .Select(line => line.Index + 1);
    }

    private static byte[] Join(string[] texts) => Encoding.UTF8.GetBytes(string.Concat(texts));
}
