using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Infra.Tests.Batch;

/// <summary>The client's promise, with everything going wrong at once.</summary>
public sealed class FaultStormTests(ITestOutputHelper output)
{
    private const int Prompts = 10_000;
    private const int Kills = 30;
    private const uint Seed = 20250418;
    private static readonly string[] BadLines = ["", "{\"prompt\": ", "[]", "{\"prompt\": \"x\", \"max_tokens\": 0}"];
    private readonly Lock _lock = new();

    [Fact]
    public async Task Ten_thousand_prompts_survive_faults_of_all_kinds_and_kills_between_any_two_writes()
    {
        string[] lines =
        [
            .. Enumerable
                .Range(1, Prompts)
                .Select(n => n % 1000 < BadLines.Length ? BadLines[n % 1000] : BatchRun.Line($"prompt {n}")),
        ];
        await using var run = await BatchRun.PrepareAsync(lines);
        run.Server.Plan = ServerFaultOf;
        var kills = PlanKills(run);
        var restarts = PlanRestarts(run);

        var time = Stopwatch.StartNew();
        var starts = 1;
        while ((await run.RunAsync(Options)).ExitCode is var exitCode and not 0)
        {
            Assert.Equal(137, exitCode);
            starts++;
        }

        time.Stop();
        Assert.Equal(Expected(lines), run.Results.Select(r => ((int)r["line"]!, (string?)r["response"] ?? "failed")));
        Assert.Equal(kills(), starts - 1);
        Report(run, starts - 1, restarts(), time.Elapsed);
    }

    private static string[] Options =>
        ["--concurrency 64", "--part-results 100", "--part-seconds 0.5", "--attempts 8", "--request-timeout 1"];

    /// <summary>One question in twelve meets a fault; two prompts never get an answer.</summary>
    private static ServerFault ServerFaultOf(Question question)
    {
        if (question.Text is "prompt 500" or "prompt 7500")
        {
            return ServerFault.Error;
        }

        ServerFault[] faults =
        [
            ServerFault.Error,
            ServerFault.Unavailable,
            ServerFault.Reset,
            ServerFault.Truncated,
            ServerFault.Html,
            ServerFault.NoResponse,
            ServerFault.Blank,
        ];
        var draw = Draw($"{question.Text}/{question.Time}");
        return draw % 1000 == 0 ? ServerFault.Slow
            : draw % 12 == 0 ? faults[draw / 12 % faults.Length]
            : ServerFault.None;
    }

    /// <summary>Kills the client at writes, before and after they take effect, and amid questions; other calls to storage fail now and then.</summary>
    private Func<int> PlanKills(BatchRun run)
    {
        var kills = 0;
        var writes = 0;
        run.Storage.Plan = call =>
        {
            var draw = Draw($"storage/{call.Number}");
            if (call.Action == "create" && Interlocked.Increment(ref writes) % 8 == 0 && Kill())
            {
                return draw % 2 == 0 ? StorageFault.Reset : StorageFault.AnswerLost;
            }

            return draw % 15 == 0 ? (StorageFault)(1 + (draw / 15 % 5)) : StorageFault.None;
        };
        run.Server.OnQuestion = number =>
        {
            if (number % 700 == 0)
            {
                Kill();
            }

            return Task.CompletedTask;
        };
        return () => kills;

        bool Kill()
        {
            lock (_lock)
            {
                if (kills == Kills || run.Client.HasEnded)
                {
                    return false;
                }

                kills++;
                run.Client.Kill();
                return true;
            }
        }
    }

    private static Func<int> PlanRestarts(BatchRun run)
    {
        var restarts = 0;
        var before = run.Server.OnQuestion;
        run.Server.OnQuestion = number =>
        {
            if (number is 2000 or 5000 or 8000)
            {
                restarts++;
                _ = Task.Run(() => run.Server.RestartAsync(TimeSpan.FromMilliseconds(300)));
            }

            return before(number);
        };
        return () => restarts;
    }

    private static IEnumerable<(int, string)> Expected(string[] lines) =>
        lines
            .Index()
            .Where(l => l.Item.Length > 0)
            .Select(l =>
                (
                    l.Index + 1,
                    (l.Index + 1) switch
                    {
                        500 or 7500 => "failed",
                        var n when n % 1000 < BadLines.Length => "failed",
                        var n => FakeJetStream.AnswerTo($"prompt {n}"),
                    }
                )
            );

    private void Report(BatchRun run, int kills, int restarts, TimeSpan time)
    {
        var asked = run.Server.Questions;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Prompts} lines: {run.Done["answered"]} answered, {run.Done["failed"]} failed and said so, none lost, none twice; "
                    + $"{kills} kills of the client, {restarts} restarts of the server, {run.Server.Faults} faults of the server and "
                    + $"{run.Storage.Faults} of storage; {asked} questions, {run.Parts.Count} parts, {time.TotalSeconds:0} s"
            )
        );
    }

    /// <summary>A number that only the seed and a name decide (FNV-1a).</summary>
    private static int Draw(string name) =>
        (int)(name.Aggregate(2166136261 ^ Seed, (hash, c) => unchecked((hash ^ c) * 16777619)) >> 4 & 0xFFFFFF);
}
