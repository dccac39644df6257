namespace BatchClient.Tests;

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
    [InlineData("--inptu x", "unknown option '--inptu'. Allowed: --input, --output, --endpoint, --concurrency")]
    [InlineData("--input gs://a", "invalid value 'gs://a' for --input. Allowed: gs://BUCKET/NAME")]
    [InlineData("--input gs://a/b/", "invalid value 'gs://a/b/' for --input. Allowed: gs://BUCKET/NAME")]
    [InlineData("--output s3://a/b", "invalid value 's3://a/b' for --output. Allowed: gs://BUCKET/FOLDER/")]
    [InlineData("--endpoint serving:8000", "invalid value 'serving:8000' for --endpoint. Allowed: http://HOST:PORT")]
    [InlineData(
        "--endpoint http://serving:99999",
        "invalid value 'http://serving:99999' for --endpoint. Allowed: http://HOST:PORT"
    )]
    [InlineData(
        "--concurrency 0",
        "invalid value '0' for --concurrency. Allowed: NUMBER, an integer from 1 to 999999999"
    )]
    [InlineData("--attempts many", "invalid value 'many' for --attempts. Allowed: NUMBER, an integer from 1")]
    [InlineData("--max-tokens 1.5", "invalid value '1.5' for --max-tokens. Allowed: NUMBER, an integer from 1")]
    [InlineData(
        "--request-timeout 0.0",
        "invalid value '0.0' for --request-timeout. Allowed: SECONDS, such as 30 or 0.5"
    )]
    [InlineData("--patience -5", "invalid value '-5' for --patience. Allowed: SECONDS, such as 30 or 0.5")]
    [InlineData("--patience", "invalid value '' for --patience. Allowed: SECONDS, such as 30 or 0.5")]
    public async Task An_invalid_option_is_reported_with_the_expected_value(string options, string message)
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
    public async Task A_missing_required_option_is_reported()
    {
        using var client = await BatchClient.StartAsync(Good[2..], new Dictionary<string, string>());

        var (exitCode, log, _) = await client.EndAsync();

        Assert.Equal(
            (2, true),
            (exitCode, log.Contains("--input is required. Add --input gs://BUCKET/NAME", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Help_lists_every_option_with_its_default()
    {
        using var client = await BatchClient.StartAsync(["--help"], new Dictionary<string, string>());

        var (exitCode, help, _) = await client.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches(@"--input gs://BUCKET/NAME +the prompts, one JSON object per line \(required\)", help);
        Assert.Matches(@"--attempts NUMBER +attempts per prompt \(default 8\)", help);
    }
}
