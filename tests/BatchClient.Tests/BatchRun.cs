using System.Text;
using System.Text.Json.Nodes;

namespace BatchClient.Tests;

/// <summary>An input, a place for its output, and the servers that a client needs.</summary>
internal sealed class BatchRun : IAsyncDisposable
{
    private const string Input = "questions/prompts.jsonl";
    private readonly List<BatchClient> _clients = [];

    public FakeStorage Storage { get; } = new();

    public FakeJetStream Server { get; } = new();

    /// <summary>The variables that a client is started with.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The client that was started last.</summary>
    public BatchClient Client => _clients[^1];

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<string> Parts => Storage.Names("answers/run/part-");

    /// <summary>Every result line, in the order of the parts.</summary>
    public IEnumerable<string> ResultLines =>
        Parts.SelectMany(p => Storage.Text(p).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The results in the order of their lines.</summary>
    public IReadOnlyList<JsonObject> Results =>
        [.. ResultLines.Select(l => JsonNode.Parse(l)!.AsObject()).OrderBy(r => (int)r["line"]!)];

    /// <summary>The counts that a finished run leaves.</summary>
    public JsonNode Done => JsonNode.Parse(Storage.Text("answers/run/done.json"))!;

    public static Task<BatchRun> PrepareAsync(params string[] lines) =>
        PrepareAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static async Task<BatchRun> PrepareAsync(byte[] input)
    {
        var run = new BatchRun();
        run.SetInput(input);
        await run.Storage.StartAsync();
        await run.Server.StartAsync();
        run.Environment["STORAGE_EMULATOR_HOST"] = "http://" + run.Storage.Address;
        return run;
    }

    public void SetInput(byte[] input) => Storage.Put(Input, input);

    public void RemoveInput() => Storage.Remove(Input);

    /// <summary>A line with a prompt.</summary>
    public static string Line(string prompt) => new JsonObject { ["prompt"] = prompt }.ToJsonString();

    /// <summary>So many lines with prompts.</summary>
    public static string[] Lines(int count) => [.. Enumerable.Range(1, count).Select(n => Line($"prompt {n}"))];

    /// <summary>The options of this run, quick ones where only time is at stake; later ones replace earlier ones.</summary>
    public string[] Arguments(params string[] options)
    {
        var all = new Dictionary<string, string[]>
        {
            ["--input"] = ["gs://" + Input],
            ["--output"] = ["gs://answers/run"],
            ["--endpoint"] = [Server.Endpoint],
            ["--retry-delay"] = ["0.01"],
            ["--attempts"] = ["3"],
            ["--request-timeout"] = ["10"],
            ["--patience"] = ["60"],
        };
        foreach (var option in options)
        {
            var words = option.Split(' ');
            all[words[0]] = words[1..];
        }

        return [.. all.SelectMany(o => (string[])[o.Key, .. o.Value])];
    }

    public async Task<BatchClient> StartAsync(params string[] options)
    {
        _clients.Add(await BatchClient.StartAsync(Arguments(options), Environment));
        return Client;
    }

    public async Task<ProcessResult> RunAsync(params string[] options) => await (await StartAsync(options)).EndAsync();

    /// <summary>Runs a client that has to end well.</summary>
    public async Task<string> FinishAsync(params string[] options)
    {
        var (exitCode, log, errors) = await RunAsync(options);
        Assert.True(exitCode == 0, log + errors);
        return log;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await Server.DisposeAsync();
        await Storage.DisposeAsync();
    }
}
