using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace BatchClient.Tests;

/// <summary>The client's promise, with everything going wrong at once.</summary>
public sealed class FaultStormTests(ITestOutputHelper output)
{
    private const int Prompts = 10_000;
    private const uint Seed = 20250418;
    private static readonly string[] BadLines = ["", "{\"prompt\": ", "[]", "{\"prompt\": \"x\", \"max_tokens\": 0}"];
    private readonly HashSet<string> _writes = new(StringComparer.Ordinal);
    private readonly HashSet<BatchClient> _killed = [];
    private readonly ConcurrentBag<Task> _restarts = [];

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
        run.Server.OnRequest = number => DisturbAt(run, number);
        run.Storage.Plan = call => KillAtWrite(run, call);

        var time = Stopwatch.StartNew();
        var starts = 1;
        while ((await run.RunAsync(Options)).ExitCode is var exitCode and not 0)
        {
            Assert.Equal(137, exitCode);
            starts++;
        }

        time.Stop();
        await Task.WhenAll(_restarts);
        Assert.Equal(Expected(lines), run.Results.Select(r => ((int)r["line"]!, (string?)r["response"] ?? "failed")));
        Assert.Equal(_killed.Count, starts - 1);
        Assert.True(_writes.IsSupersetOf(run.Storage.Names("answers/run/").Select(n => n["answers/".Length..])));
        Report(run, time.Elapsed);
    }

    private static readonly string[] Options = ["--concurrency 64", "--attempts 8", "--request-timeout 3"];

    /// <summary>One request in twelve meets a fault; two prompts never get an answer.</summary>
    private static ServerFault ServerFaultOf(PromptRequest request)
    {
        if (request.Text is "prompt 500" or "prompt 7500")
        {
            return ServerFault.Error;
        }

        ServerFault[] faults =
        [
            ServerFault.Error,
            ServerFault.Unavailable,
            ServerFault.Reset,
            ServerFault.Truncated,
            ServerFault.Cut,
            ServerFault.Html,
            ServerFault.NoResponse,
            ServerFault.Blank,
        ];
        var draw = Draw($"{request.Text}/{request.Attempt}");
        return draw % 1000 == 0 ? ServerFault.Slow
            : draw % 12 == 0 ? faults[draw / 12 % faults.Length]
            : ServerFault.None;
    }

    /// <summary>One call in fifteen to storage meets a fault.</summary>
    private static StorageFault StorageFaultOf(StorageCall call)
    {
        StorageFault[] faults =
        [
            StorageFault.Unavailable,
            StorageFault.TooMany,
            StorageFault.Reset,
            StorageFault.Truncated,
            StorageFault.AnswerLost,
        ];
        var draw = Draw($"storage/{call.Number}");
        return draw % 15 == 0 ? faults[draw / 15 % faults.Length] : StorageFault.None;
    }

    /// <summary>Kills the client at each of its writes, before it takes effect or before the client knows that it has.</summary>
    private StorageFault KillAtWrite(BatchRun run, StorageCall call)
    {
        lock (_writes)
        {
            if (call.Action != "create" || !_writes.Add(call.Name))
            {
                return StorageFaultOf(call);
            }
        }

        Kill(run);
        return Draw(call.Name) % 2 == 0 ? StorageFault.Reset : StorageFault.AnswerLost;
    }

    /// <summary>Kills the client amid requests, and stops the server three times.</summary>
    private Task DisturbAt(BatchRun run, int request)
    {
        if (request is 2000 or 5000 or 8000)
        {
            _restarts.Add(Task.Run(() => run.Server.RestartAsync(TimeSpan.FromMilliseconds(300))));
        }

        if (request % 3000 == 0)
        {
            Kill(run);
        }

        return Task.CompletedTask;
    }

    private void Kill(BatchRun run)
    {
        lock (_killed)
        {
            _killed.Add(run.Client);
            run.Client.Kill();
        }
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

    private void Report(BatchRun run, TimeSpan time)
    {
        var asked = run.Server.Requests;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Prompts} lines: {run.Done["answered"]} answered, {run.Done["failed"]} failed and said so, none lost, none twice; "
                    + $"{_killed.Count} kills of the client, {_restarts.Count} restarts of the server, {run.Server.Faults} faults of the server and "
                    + $"{run.Storage.Faults} of storage; {asked} requests, {run.Parts.Count} parts, {time.TotalSeconds:0} s"
            )
        );
    }

    /// <summary>A number that only the seed and a name decide (FNV-1a).</summary>
    private static int Draw(string name) =>
        (int)(name.Aggregate(2166136261 ^ Seed, (hash, c) => unchecked((hash ^ c) * 16777619)) >> 4 & 0xFFFFFF);
}
