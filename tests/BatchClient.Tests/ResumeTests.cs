using System.Text;

namespace BatchClient.Tests;

/// <summary>A new client that knows only the two buckets resumes where the last one stopped.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(nameof(StorageFault.Reset))]
    [InlineData(nameof(StorageFault.AnswerLost))]
    public async Task A_client_killed_at_any_write_loses_and_duplicates_no_result(string phase)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(25));
        var killed = new HashSet<string>(StringComparer.Ordinal);
        run.Storage.Plan = call =>
        {
            if (call.Action != "create" || !killed.Add(call.Name))
            {
                return StorageFault.None;
            }

            run.Client.Kill();
            return Enum.Parse<StorageFault>(phase);
        };

        var starts = 1;
        while ((await run.RunAsync("--part-results 5")).ExitCode == 137)
        {
            starts++;
        }

        // The input's note, five parts, the counts; where the counts had landed, the next client finds them.
        Assert.Equal(8, starts);
        Assert.Equal(Enumerable.Range(1, 25), run.Results.Select(r => (int)r["line"]!));
        Assert.Equal((25, 5), ((int)run.Done["answered"]!, (int)run.Done["parts"]!));
    }

    [Fact]
    public async Task A_completed_run_has_nothing_to_do()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(3));
        await run.FinishAsync();

        var log = await run.FinishAsync();

        Assert.Contains("nothing to do", log, StringComparison.Ordinal);
        Assert.Equal(3, run.Server.Requests);
    }

    [Fact]
    public async Task Lines_with_a_result_are_not_sent_again_even_if_they_failed()
    {
        await using var run = await BatchRun.PrepareAsync([.. BatchRun.Lines(10), "bad"]);
        run.Server.Plan = q => q.Text == "prompt 2" ? ServerFault.Error : ServerFault.None;
        await run.FinishAsync();
        run.Storage.Remove("answers/run/done.json");
        var asked = run.Server.Requests;

        await run.FinishAsync();

        Assert.Equal(asked, run.Server.Requests);
        Assert.Equal((9, 2), ((int)run.Done["answered"]!, (int)run.Done["failed"]!));
    }

    [Fact]
    public async Task Two_clients_at_once_write_each_line_once()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(300));
        var underWay = new TaskCompletionSource();
        run.Server.OnRequest = _ =>
        {
            // Otherwise both clients could send every prompt: the second one skips only lines that are in a part.
            if (run.Parts.Count >= 3)
            {
                underWay.TrySetResult();
            }

            return Task.Delay(5);
        };
        string[] options = ["--concurrency 4", "--part-results 7"];

        var first = await run.StartAsync(options);
        await underWay.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var second = await run.StartAsync(options);
        var ends = await Task.WhenAll(first.EndAsync(), second.EndAsync());

        Assert.All(ends, end => Assert.True(end.ExitCode == 0, end.Output + end.Errors));
        Assert.Equal(Enumerable.Range(1, 300), run.Results.Select(r => (int)r["line"]!));
        Assert.Equal(300, (int)run.Done["answered"]!);
        Assert.True(run.Server.Requests < 600, "What the other client had answered was still asked.");
    }

    [Fact]
    public async Task A_folder_of_another_input_is_refused()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(3));
        await run.FinishAsync();
        run.SetInput(Encoding.UTF8.GetBytes(string.Join('\n', BatchRun.Lines(3)).Replace('3', '4')));

        var (exitCode, log, _) = await run.RunAsync();

        Assert.Equal(4, exitCode);
        Assert.Contains(
            "gs://answers/run/ belongs to gs://questions/prompts.jsonl, whose content differs from",
            log,
            StringComparison.Ordinal
        );
        Assert.Equal(3, run.ResultLines.Count());
    }

    [Fact]
    public async Task A_re_uploaded_identical_input_is_recognized()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(3));
        await run.FinishAsync();
        run.SetInput(Encoding.UTF8.GetBytes(string.Join('\n', BatchRun.Lines(3))));

        Assert.Contains("nothing to do", await run.FinishAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_replaced_during_the_run_ends_it()
    {
        var lines = BatchRun.Line(new string('x', 900_000)) + "\n";
        await using var run = await BatchRun.PrepareAsync(
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(lines, 20)))
        );
        run.Server.OnRequest = n =>
        {
            if (n == 5)
            {
                run.SetInput(Encoding.UTF8.GetBytes(BatchRun.Line("other")));
            }

            return Task.CompletedTask;
        };

        var (exitCode, log, _) = await run.RunAsync("--concurrency 1");

        Assert.Equal(3, exitCode);
        Assert.Contains("gs://questions/prompts.jsonl: Cloud Storage returned HTTP 404", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("part-000001.jsonl", "{\"line\":1,\"response\":\"x\"}", "has results but no input.json")]
    [InlineData("input.json", "[]", "gs://answers/run/input.json was not written by this client")]
    public async Task A_folder_that_others_write_to_is_refused(string name, string content, string message)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(3));
        run.Storage.Put($"answers/run/{name}", Encoding.UTF8.GetBytes(content));

        var (exitCode, log, _) = await run.RunAsync();

        Assert.Equal(4, exitCode);
        Assert.Contains(message, log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "was not written by this client")]
    [InlineData("{\"line\":0}", "contains a second result for line 0")]
    [InlineData("{\"line\":1,\"response\":\"again\"}", "contains a second result for line 1")]
    public async Task A_part_that_this_client_cannot_have_written_is_refused(string content, string message)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(3));
        await run.FinishAsync();
        run.Storage.Remove("answers/run/done.json");
        run.Storage.Put("answers/run/part-000002.jsonl", Encoding.UTF8.GetBytes(content));

        var (exitCode, log, _) = await run.RunAsync();

        Assert.Equal(4, exitCode);
        Assert.Contains($"gs://answers/run/part-000002.jsonl {message}", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_open_lines_writes_the_totals_without_a_server()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(3));
        await run.FinishAsync();
        run.Storage.Remove("answers/run/done.json");
        await run.Server.StopAsync();

        await run.FinishAsync();

        Assert.Equal(3, (int)run.Done["answered"]!);
    }

    [Fact]
    public async Task The_lines_of_a_removed_part_are_processed_again()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(30));
        await run.FinishAsync("--part-results 5");
        run.Storage.Remove("answers/run/done.json");
        run.Storage.Remove("answers/run/part-000003.jsonl");

        await run.FinishAsync();

        Assert.Equal(Enumerable.Range(1, 30), run.Results.Select(r => (int)r["line"]!));
        Assert.Equal(35, run.Server.Requests);
    }

    [Fact]
    public async Task On_SIGTERM_the_client_uploads_completed_answers()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(10));

        // Both that may be under way at once: all others have been answered.
        var hangs = run.Server.HangAfter(answered: 6, hanging: 2);
        var client = await run.StartAsync("--concurrency 2");
        await hangs.WaitAsync(BatchClient.Limit);

        client.Terminate();

        Assert.Equal(143, (await client.EndAsync()).ExitCode);
        Assert.Equal(6, run.ResultLines.Count());
        run.Server.OnRequest = _ => Task.CompletedTask;
        await run.FinishAsync();
        Assert.Equal(Enumerable.Range(1, 10), run.Results.Select(r => (int)r["line"]!));
    }
}
