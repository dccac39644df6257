using System.Text;
using System.Text.Json.Nodes;

namespace BatchClient.Tests;

/// <summary>What a run without faults writes.</summary>
public sealed class ResultTests
{
    [Theory]
    [InlineData("--concurrency 2")]
    [InlineData("--stream")]
    public async Task Every_prompt_has_one_result_under_the_number_of_its_line(string option)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(20));

        await run.FinishAsync(option, "--part-results 6");

        Assert.Equal(
            Enumerable.Range(1, 20).Select(n => (n, FakeJetStream.AnswerTo($"prompt {n}"))),
            run.Results.Select(r => ((int)r["line"]!, (string)r["response"]!))
        );
        Assert.Equal(
            ["part-000001.jsonl", "part-000002.jsonl", "part-000003.jsonl", "part-000004.jsonl"],
            run.Parts.Select(Path.GetFileName)
        );
        Assert.Equal(
            """{"input":"gs://questions/prompts.jsonl","prompts":20,"answered":20,"failed":0,"parts":4}""",
            run.Done.ToJsonString()
        );
    }

    [Fact]
    public async Task A_line_can_set_max_tokens_and_its_id_is_returned()
    {
        var asked = new List<int>();
        await using var run = await BatchRun.PrepareAsync(
            """{"prompt": "a", "max_tokens": 7, "id": "q-é"}""",
            """{"prompt": "b", "id": 12345678901234567890, "other": [1]}""",
            """{"prompt": "c", "id": null, "max_tokens": null}"""
        );
        run.Server.Plan = request =>
        {
            asked.Add(request.MaxTokens);
            return ServerFault.None;
        };

        await run.FinishAsync("--max-tokens 55", "--concurrency 1");

        Assert.Equal([7, 55, 55], asked);
        Assert.Equal(
            [
                """{"line":1,"id":"q-é","response":"Answer to “a”"}""",
                """{"line":2,"id":12345678901234567890,"response":"Answer to “b”"}""",
                """{"line":3,"response":"Answer to “c”"}""",
            ],
            run.ResultLines.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_invalid_line_is_reported_by_number_and_does_not_affect_others()
    {
        (string Line, string? Error)[] lines =
        [
            ("\uFEFF" + BatchRun.Line("first"), null),
            ("{\"prompt\": \"cut", "the line is not valid JSON"),
            ("", ""),
            ("[1]", "the line is not a JSON object"),
            ("{\"text\": \"x\"}", "the line has no prompt"),
            ("{\"prompt\": 5}", "prompt must be a string"),
            ("{\"prompt\": \" \"}", "the prompt is blank"),
            ("{\"prompt\": \"x\", \"max_tokens\": 0}", "max_tokens must be an integer from 1 to 2147483647"),
            ("{\"prompt\": \"x\", \"max_tokens\": \"9\"}", "max_tokens must be an integer from 1 to 2147483647"),
            ("{\"prompt\": \"x\", \"max_tokens\": 1.5}", "max_tokens must be an integer from 1 to 2147483647"),
            ("{\"prompt\": \"x\", \"id\": {}}", "id must be a string or a number"),
            ("{\"prompt\": \"\\ud800\"}", "prompt contains an unpaired surrogate"),
            (" \t\r", ""),
            ("{\"prompt\": \"\u0001raw\"}", "the line is not valid JSON"),
            ("{\"prompt\": \"ÿÿ\"}", "the line is not valid UTF-8"),
            (BatchRun.Line(new string('x', 1 << 20)), "the line is longer than 1 MiB"),
            (BatchRun.Line("last") + "\r", null),
        ];
        var input = Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => l.Line)));
        var start = input.AsSpan().IndexOf("ÿÿ"u8);
        input[start] = 0xFF;
        await using var run = await BatchRun.PrepareAsync(input);

        await run.FinishAsync();

        Assert.Equal(
            lines.Index().Where(l => l.Item.Error != "").Select(l => (l.Index + 1, l.Item.Error)),
            run.Results.Select(r => ((int)r["line"]!, (string?)r["error"]))
        );
        Assert.Equal((15, 2, 13), ((int)run.Done["prompts"]!, (int)run.Done["answered"]!, (int)run.Done["failed"]!));
    }

    [Fact]
    public async Task Lines_across_chunk_boundaries_are_read_whole()
    {
        var filler = new string('x', 100_000);
        string[] lines =
        [
            .. Enumerable.Range(1, 100).Select(n => $$"""{"prompt": "prompt {{n}}", "note": "{{filler[n..]}}"}"""),
        ];
        await using var run = await BatchRun.PrepareAsync([.. lines, ""]);

        await run.FinishAsync();

        Assert.Equal(3, run.Storage.Calls.Count(c => c is { Action: "read", Name: "prompts.jsonl" }));
        Assert.Equal(
            Enumerable.Range(1, 100).Select(n => FakeJetStream.AnswerTo($"prompt {n}")),
            run.Results.Select(r => (string)r["response"]!)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    public async Task An_input_without_prompts_completes_immediately(string input)
    {
        await using var run = await BatchRun.PrepareAsync(input);

        await run.FinishAsync();

        Assert.Empty(run.Parts);
        Assert.Equal(0, (int)run.Done["prompts"]!);
    }

    [Fact]
    public async Task The_log_shows_progress_and_neither_prompts_nor_answers()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(60));
        run.Server.Plan = q => q.Attempt == 1 && q.Text.EndsWith('7') ? ServerFault.Error : ServerFault.None;
        run.Server.OnRequest = _ => Task.Delay(20);

        var log = await run.FinishAsync("--part-results 7", "--concurrency 2");

        Assert.Matches(@"\d+ of about \d+ results; 0 failed; \d+\.\d/s; about \d+ s left; retries: HTTP 500: \d", log);
        Assert.DoesNotContain("prompt 7", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_part_is_uploaded_after_a_timeout()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(4));
        _ = run.Server.HangAfter(answered: 3);

        await run.StartAsync("--part-seconds 0.1");

        await Wait.UntilAsync(() => run.ResultLines.Count() == 3);
    }

    [Fact]
    public async Task Concurrent_requests_do_not_exceed_the_limit()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(40));
        var five = new TaskCompletionSource();
        run.Server.OnRequest = async n =>
        {
            if (n == 5)
            {
                five.TrySetResult();
            }

            await five.Task.WaitAsync(TimeSpan.FromMinutes(1));
            await Task.Delay(10);
        };

        await run.FinishAsync("--concurrency 5");

        Assert.Equal(5, run.Server.Peak);
    }

    [Fact]
    public async Task The_command_in_the_documentation_restores_the_order()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(30));
        await run.FinishAsync("--part-results 4", "--concurrency 10");

        var sorted = await ProcessResult.RunAsync(new("sort", ["-t:", "-k2,2n"]), string.Join('\n', run.ResultLines));

        Assert.Contains("sort -t: -k2,2n", File.ReadAllText(BatchClient.Source), StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(1, 30),
            sorted
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => (int)JsonNode.Parse(l)!["line"]!)
        );
    }
}
