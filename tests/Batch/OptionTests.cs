namespace Infra.Tests.Batch;

/// <summary>The client's command line.</summary>
public sealed class OptionTests
{
    private static readonly string[] Good =
    [
        "--input",
        "gs://a/b",
        "--output",
        "gs://a/c/",
        "--endpoint",
        "http://h:8000",
    ];

    [Theory]
    [InlineData("--inptu x", "--inptu is no option: accepted are --input, --output, --endpoint, --concurrency")]
    [InlineData("--input gs://a", "--input 'gs://a' is not accepted: gs://BUCKET/NAME")]
    [InlineData("--input gs://a/b/", "--input 'gs://a/b/' is not accepted: gs://BUCKET/NAME")]
    [InlineData("--output s3://a/b", "--output 's3://a/b' is not accepted: gs://BUCKET/FOLDER/")]
    [InlineData("--endpoint serving:8000", "--endpoint 'serving:8000' is not accepted: http://HOST:PORT")]
    [InlineData(
        "--endpoint http://serving:99999",
        "--endpoint 'http://serving:99999' is not accepted: http://HOST:PORT"
    )]
    [InlineData("--concurrency 0", "--concurrency '0' is not accepted: NUMBER, a whole number from 1 to 999999999")]
    [InlineData("--attempts many", "--attempts 'many' is not accepted: NUMBER, a whole number from 1")]
    [InlineData("--max-tokens 1.5", "--max-tokens '1.5' is not accepted: NUMBER, a whole number from 1")]
    [InlineData("--request-timeout 0.0", "--request-timeout '0.0' is not accepted: SECONDS, as 30 or 0.5")]
    [InlineData("--patience -5", "--patience '-5' is not accepted: SECONDS, as 30 or 0.5")]
    [InlineData("--patience", "--patience '' is not accepted: SECONDS, as 30 or 0.5")]
    public async Task A_bad_option_is_told_with_what_is_accepted(string options, string message)
    {
        var words = options.Split(' ');
        var position = Array.IndexOf(Good, words[0]);
        string[] others = position < 0 ? Good : [.. Good[..position], .. Good[(position + 2)..]];
        using var client = await BatchClient.StartAsync([.. others, .. words], new Dictionary<string, string>());

        var (exitCode, log, _) = await client.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains(message, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_option_is_missed()
    {
        using var client = await BatchClient.StartAsync(Good[2..], new Dictionary<string, string>());

        var (exitCode, log, _) = await client.EndAsync();

        Assert.Equal(
            (2, true),
            (exitCode, log.Contains("--input is required: gs://BUCKET/NAME", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Help_lists_every_option_with_its_default()
    {
        using var client = await BatchClient.StartAsync(["--help"], new Dictionary<string, string>());

        var (exitCode, help, _) = await client.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches(@"--input gs://BUCKET/NAME +the prompts, one JSON object a line \(required\)", help);
        Assert.Matches(@"--attempts NUMBER +tries per prompt \(default 8\)", help);
    }
}
