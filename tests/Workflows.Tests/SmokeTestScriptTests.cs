using System.Diagnostics;
using System.Text.Json;

namespace Workflows.Tests;

/// <summary>The script of the smoke test, run by Python as the Job runs it.</summary>
public sealed class SmokeTestScriptTests
{
    private static readonly string Answer = ScriptedServer.Reply("""{"response": "Python, C#\n and Go"}""");

    [Fact]
    public async Task An_answer_is_logged_and_exits_with_0()
    {
        await using var server = new ScriptedServer(Answer);

        var (code, output) = await RunAsync(server.Address, "Say \"hello\" — 你好");

        Assert.Equal(0, code);
        Assert.Contains(": Python, C# and Go", output, StringComparison.Ordinal);
        using var posted = JsonDocument.Parse(Assert.Single(server.Prompts));
        Assert.Equal("Say \"hello\" — 你好", posted.RootElement.GetProperty("prompt").GetString());
        Assert.Equal(7, posted.RootElement.GetProperty("max_tokens").GetInt32());
    }

    [Theory]
    [InlineData("""{"response": ""}""")]
    [InlineData("""{"response": " \n\t"}""")]
    [InlineData("""{"response": null}""")]
    [InlineData("""{"text": "hello"}""")]
    [InlineData("[]")]
    public async Task An_empty_answer_fails_immediately(string body)
    {
        await using var server = new ScriptedServer(ScriptedServer.Reply(body), Answer);

        var (code, output) = await RunAsync(server.Address);

        Assert.Equal(1, code);
        Assert.Contains("no text in the response", output, StringComparison.Ordinal);
        Assert.Single(server.Prompts);
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_fails_at_once_with_its_reason()
    {
        await using var server = new ScriptedServer(ScriptedServer.Reply("""{"detail": "max_tokens"}""", 422));

        var (code, output) = await RunAsync(server.Address);

        Assert.Equal(1, code);
        Assert.Contains(
            "/generate returned status 422: {\"detail\": \"max_tokens\"}",
            output,
            StringComparison.Ordinal
        );
        Assert.Single(server.Prompts);
    }

    public static TheoryData<string> Breakdowns =>
        [
            ScriptedServer.Reply("Internal Server Error", 500),
            ScriptedServer.Reply("""{"response": "Pyth""", length: 4_000),
            ScriptedServer.Reply("""{"response": "Pyth"""),
            "",
            "what?\r\n\r\n",
        ];

    [Theory]
    [MemberData(nameof(Breakdowns))]
    public async Task An_aborted_response_is_retried(string breakdown)
    {
        await using var server = new ScriptedServer(breakdown, breakdown, Answer);

        var (code, output) = await RunAsync(server.Address);

        Assert.Equal((0, 3), (code, server.Prompts.Count));
        Assert.Equal(1, output.Split('\n').Count(line => line.StartsWith("waiting: ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Breakdowns))]
    public async Task A_hanging_server_fails_the_test_after_the_timeout(string breakdown)
    {
        await using var server = new ScriptedServer(breakdown);

        var (code, output) = await RunAsync(server.Address, responseTimeout: "0.5");

        Assert.Equal(1, code);
        Assert.Contains("failed: no response within", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_server_fails_the_test_after_the_timeout()
    {
        var (code, output) = await RunAsync("http://127.0.0.1:9", readyTimeout: "0.5");

        Assert.Equal(1, code);
        Assert.Contains("failed: not ready within", output, StringComparison.Ordinal);
        Assert.Contains("refused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_truncated_within_a_character_is_accepted()
    {
        await using var server = new ScriptedServer(ScriptedServer.Reply("""{"response": "ok \ud83d"}"""));

        Assert.Equal(0, (await RunAsync(server.Address)).Code);
    }

    private static async Task<(int Code, string Output)> RunAsync(
        string address,
        string prompt = "hello",
        string readyTimeout = "60",
        string responseTimeout = "60"
    )
    {
        var script = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "infra/Resources/Servings/smoke-test.py")
        );
        var start = new ProcessStartInfo("python3", ["-c", script])
        {
            UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            Environment =
            {
                ["SERVING"] = address,
                ["PROMPT"] = prompt,
                ["MAX_TOKENS"] = "7",
                ["READY_TIMEOUT_SECONDS"] = readyTimeout,
                ["RESPONSE_TIMEOUT_SECONDS"] = responseTimeout,
                ["PAUSE_SECONDS"] = "0.05",
            },
        };
        var (exitCode, output, errors) = await ProcessResult.RunAsync(start);
        return (exitCode, output + errors);
    }
}
