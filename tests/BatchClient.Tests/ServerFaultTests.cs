namespace BatchClient.Tests;

/// <summary>A prompt that fails, and a server that is away.</summary>
public sealed class ServerFaultTests
{
    [Theory]
    [InlineData(nameof(ServerFault.Error), 3, "HTTP 500: { \"detail\": \"cannot decode prompt 2\" }")]
    [InlineData(nameof(ServerFault.Unavailable), 3, "HTTP 503: { \"detail\": \"no healthy upstream\" }")]
    [InlineData(nameof(ServerFault.Invalid), 1, "HTTP 422: { \"detail\": \"not accepted\" }")]
    [InlineData(nameof(ServerFault.Reset), 3, "connection lost: ")]
    [InlineData(nameof(ServerFault.Truncated), 3, "connection lost: ")]
    [InlineData(nameof(ServerFault.Cut), 3, "truncated or malformed response")]
    [InlineData(nameof(ServerFault.Slow), 3, "timeout: no complete response within 2 s")]
    [InlineData(nameof(ServerFault.Html), 3, "wrong content type: text/html")]
    [InlineData(nameof(ServerFault.NoResponse), 3, "response without text")]
    [InlineData(nameof(ServerFault.Blank), 3, "blank response")]
    public async Task A_prompt_that_keeps_failing_is_written_as_failed_with_the_error(
        string fault,
        int attempts,
        string reason
    )
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(3));
        run.Server.Plan = request => request.Text == "prompt 2" ? Enum.Parse<ServerFault>(fault) : ServerFault.None;

        await run.FinishAsync(Patience(fault));

        var error = (string)Assert.Single(run.Results, r => r["error"] is not null)["error"]!;
        Assert.StartsWith(reason, error, StringComparison.Ordinal);
        Assert.EndsWith($" (attempt {attempts} of 3)", error, StringComparison.Ordinal);
        Assert.Equal(attempts, run.Server.AttemptsOf("prompt 2"));
        Assert.Equal((2, 1), ((int)run.Done["answered"]!, (int)run.Done["failed"]!));
    }

    [Theory]
    [InlineData(nameof(ServerFault.Error))]
    [InlineData(nameof(ServerFault.Reset))]
    [InlineData(nameof(ServerFault.Truncated))]
    [InlineData(nameof(ServerFault.Cut))]
    [InlineData(nameof(ServerFault.Slow))]
    [InlineData(nameof(ServerFault.Html))]
    [InlineData(nameof(ServerFault.Blank))]
    public async Task An_incomplete_streamed_answer_is_not_accepted(string fault)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(6));
        run.Server.Plan = request => request.Attempt < 3 ? Enum.Parse<ServerFault>(fault) : ServerFault.None;

        await run.FinishAsync("--stream", "--attempts 10", Patience(fault));

        Assert.Equal(
            Enumerable.Range(1, 6).Select(n => FakeJetStream.AnswerTo($"prompt {n}")),
            run.Results.Select(r => (string?)r["response"])
        );
    }

    [Fact]
    public async Task No_prompt_is_lost_when_the_server_restarts()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(200));
        var restarts = Task.CompletedTask;
        run.Server.OnRequest = n =>
        {
            if (n == 50)
            {
                restarts = Task.Run(() => run.Server.RestartAsync(TimeSpan.FromMilliseconds(300)));
            }

            return Task.Delay(10);
        };

        // Far fewer tries than would fit into the restart, which cuts off one or two.
        var log = await run.FinishAsync("--attempts 3", "--concurrency 4");

        await restarts;
        Assert.Equal(200, (int)run.Done["answered"]!);
        Assert.Contains("the server is unavailable", log, StringComparison.Ordinal);
        Assert.Contains("the server is available again after", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_waits_for_a_healthy_server_that_fails_every_prompt()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(40));
        run.Server.OnRequest = async n =>
        {
            if (n == 10)
            {
                run.Server.FailsPrompts = true;
                await Task.Delay(500);
                run.Server.FailsPrompts = false;
            }
        };

        await run.FinishAsync("--attempts 2", "--concurrency 4");

        Assert.Equal(40, (int)run.Done["answered"]!);
    }

    [Fact]
    public async Task The_client_waits_for_a_loading_server_before_the_first_request()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(5));
        run.Server.Loaded = false;
        var client = await run.StartAsync("--attempts 1");
        await Task.Delay(600);
        var asked = run.Server.Requests;
        run.Server.Loaded = true;

        Assert.Equal(0, (await client.EndAsync()).ExitCode);
        Assert.Equal((0, 5), (asked, (int)run.Done["answered"]!));
    }

    [Fact]
    public async Task An_unavailable_server_ends_the_run_after_the_patience_and_no_answer_is_lost()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(20));
        run.Server.OnRequest = n => n == 10 ? Task.Run(run.Server.StopAsync) : Task.CompletedTask;

        var (exitCode, log, _) = await run.RunAsync("--patience 0.3", "--concurrency 1");

        Assert.Equal(5, exitCode);
        Assert.Contains("is unavailable: ", log, StringComparison.Ordinal);
        Assert.Contains("giving up after", log, StringComparison.Ordinal);
        Assert.InRange(run.ResultLines.Count(), 9, 10);
        Assert.All(run.Results, r => Assert.Null(r["error"]));
    }

    /// <summary>Short only where a server that is slow has to be given up, since a busy machine is slow, too.</summary>
    private static string Patience(string fault) =>
        fault == nameof(ServerFault.Slow) ? "--request-timeout 2" : "--request-timeout 60";
}
