// Sends every prompt of a file in Cloud Storage to a JetStream server and writes one result line per prompt. Runs by itself with the
// .NET 10 SDK, without packages: dotnet run batch-client.cs -- --help. HOME (or DOTNET_CLI_HOME) and TMPDIR must be writable.
//
// Input: one JSON object a line, {"prompt": "…"}, if wanted with "max_tokens" (a whole number from 1) and "id" (a text or number, echoed);
// other keys are ignored. Lines are numbered from 1; blank ones count but have no result. A bad line becomes a failed result.
//
// Output: parts, part-000001.jsonl and on, of {"line":17,"id":…,"response":"…"} or {"line":3,"error":"…"}, in the order of arrival.
// Every line begins with its number, so the input's order comes back with
//     gcloud storage cat 'gs://BUCKET/FOLDER/part-*' | sort -t: -k2,2n
// input.json says which input the folder belongs to; done.json has the counts and appears when every prompt has its result.
//
// How no prompt is lost or repeated: objects are only ever created, never overwritten. Part n is created by a client that has read the
// parts 1…n-1 and holds none of their lines; where part n is there already (a second client, or an upload whose answer was lost), it is
// read, its lines are dropped, and n+1 is tried. What was answered but not uploaded when a client died is asked again by the next one.
//
// Failures: a prompt is tried --attempts times, and in between the server must pass /healthcheck and answer a tiny prompt of the
// client's own; while it does not, everything waits, up to --patience. A request that never reached such a server is no attempt.
//
// Permissions: storage.objects.get on the input; storage.objects.get, .list and .create on the output folder.
// Environment: GCE_METADATA_HOST replaces the metadata server's address; STORAGE_EMULATOR_HOST replaces Cloud Storage's, and then no
// token is sent unless GCE_METADATA_HOST is set.
//
// Exit codes: 0 every prompt has its result (also where some failed), 1 a fault of this program, 2 wrong options,
// 3 Cloud Storage refuses or the input is missing, 4 input and output do not belong together, 5 patience is over,
// 143 stopped by SIGTERM after what was answered had been uploaded. After 1, 3, 5 and 143 a new run goes on where this one stopped.

#:property PublishAot=false
#:property InvariantGlobalization=true

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Threading.Channels;

using var stopped = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
try
{
    if (args.Contains("--help"))
    {
        Console.WriteLine(Options.Help);
        return ExitCode.Done;
    }

    await Batch.RunAsync(Options.Parse(args), stopped.Token);
    return ExitCode.Done;
}
catch (ClientException e)
{
    Log.Write(e.Message);
    return e.ExitCode;
}
catch (OperationCanceledException) when (stopped.IsCancellationRequested)
{
    Log.Write("stopped; a new run goes on from here");
    return ExitCode.Terminated;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.Cancel();
}

/// <summary>How the process ends; see the head of this file.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Options = 2;
    public const int Storage = 3;
    public const int Mismatch = 4;
    public const int Patience = 5;
    public const int Terminated = 143;
}

/// <summary>Ends the run with a message for the person who reads the log.</summary>
internal sealed class ClientException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>The log: standard output, a line each, in UTC. Never prompts, answers or tokens.</summary>
internal static class Log
{
    public static void Write(string message) =>
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'} {message}");
}

/// <summary>A bucket and a name in it; as a folder, the name is empty or ends in a slash.</summary>
internal sealed record StoragePath(string Bucket, string Name)
{
    public StoragePath Child(string name) => this with { Name = Name + name };

    public override string ToString() => $"gs://{Bucket}/{Name}";
}

/// <summary>The command line: each option's name, value, default (none: it is required) and meaning.</summary>
internal sealed record Option(string Name, string? Value, string? Default, string Meaning);

/// <summary>What the command line says.</summary>
internal sealed record Options(
    StoragePath Input,
    StoragePath Output,
    Uri Endpoint,
    int Concurrency,
    int MaxTokens,
    bool Stream,
    int Attempts,
    TimeSpan RequestTimeout,
    TimeSpan Patience,
    TimeSpan RetryDelay,
    int PartResults,
    TimeSpan PartTime,
    TimeSpan ProgressTime
)
{
    private static readonly Option[] All =
    [
        new("--input", "gs://BUCKET/NAME", null, "the prompts, one JSON object a line"),
        new("--output", "gs://BUCKET/FOLDER/", null, "where the results go; one folder per input"),
        new("--endpoint", "http://HOST:PORT", null, "the server"),
        new("--concurrency", "NUMBER", "8", "prompts under way at once, from 1 to 10000"),
        new("--max-tokens", "NUMBER", "100", "for lines without max_tokens, from 1"),
        new("--stream", null, "", "ask for streamed answers"),
        new("--attempts", "NUMBER", "8", "tries per prompt, from 1 to 100"),
        new("--request-timeout", "SECONDS", "600", "for one try of one prompt"),
        new("--patience", "SECONDS", "3600", "how long to wait for a server or storage that does not answer"),
        new("--retry-delay", "SECONDS", "1", "before the first retry; doubles up to 30 times as long"),
        new("--part-results", "NUMBER", "500", "results after which a part is uploaded, from 1 to 100000"),
        new("--part-seconds", "SECONDS", "30", "time after which a part with fewer is uploaded"),
        new("--progress-seconds", "SECONDS", "30", "between two lines of progress in the log"),
    ];

    public static string Help { get; } =
        string.Join(
            '\n',
            [
                "usage: dotnet run batch-client.cs -- OPTIONS",
                .. All.Select(o => $"  {o.Name + " " + o.Value, -32}{o.Meaning} ({Requirement(o)})"),
            ]
        );

    public static Options Parse(string[] args)
    {
        var given = Split(args);
        return new(
            Path(given, "--input", folder: false),
            Path(given, "--output", folder: true),
            Server(given, "--endpoint"),
            Number(given, "--concurrency", 10_000),
            Number(given, "--max-tokens", int.MaxValue),
            given.ContainsKey("--stream"),
            Number(given, "--attempts", 100),
            Seconds(given, "--request-timeout"),
            Seconds(given, "--patience"),
            Seconds(given, "--retry-delay"),
            Number(given, "--part-results", 100_000),
            Seconds(given, "--part-seconds"),
            Seconds(given, "--progress-seconds")
        );
    }

    private static string Requirement(Option option) =>
        option switch
        {
            { Default: null } => "required",
            { Value: null } => "off unless given",
            _ => $"default {option.Default}",
        };

    private static Dictionary<string, string> Split(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var option =
                Array.Find(All, o => o.Name == args[i])
                ?? throw Wrong(args[i], $"is not an option; accepted are {string.Join(", ", All.Select(o => o.Name))}");
            if (option.Value is not null && ++i == args.Length)
            {
                throw Wrong(option.Name, $"needs a value: {option.Value}");
            }

            if (!given.TryAdd(option.Name, option.Value is null ? "" : args[i]))
            {
                throw Wrong(option.Name, "is given twice; accepted is once");
            }
        }

        return given;
    }

    private static string Text(Dictionary<string, string> given, string name)
    {
        var option = All.Single(o => o.Name == name);
        return given.GetValueOrDefault(name) ?? option.Default ?? throw Wrong(name, $"is required: {option.Value}");
    }

    private static StoragePath Path(Dictionary<string, string> given, string name, bool folder)
    {
        var text = Text(given, name);
        var parts = text.StartsWith("gs://", StringComparison.Ordinal) ? text[5..].Split('/', 2) : [];
        var inBucket = parts.Length == 2 ? parts[1] : "";
        if (parts.Length == 0 || parts[0].Length == 0 || (!folder && (inBucket.Length == 0 || inBucket.EndsWith('/'))))
        {
            throw Wrong(
                name,
                $"'{text}' is no {(folder ? "folder" : "object")}: accepted is {All.Single(o => o.Name == name).Value}"
            );
        }

        return new(parts[0], folder && inBucket.Length > 0 ? inBucket.TrimEnd('/') + "/" : inBucket);
    }

    private static Uri Server(Dictionary<string, string> given, string name)
    {
        var text = Text(given, name);
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw Wrong(name, $"'{text}' is no address: accepted is http://HOST:PORT or https://HOST:PORT");
    }

    private static int Number(Dictionary<string, string> given, string name, int most)
    {
        var text = Text(given, name);
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= most
            ? number
            : throw Wrong(name, $"'{text}' is not accepted: a whole number from 1 to {most}");
    }

    private static TimeSpan Seconds(Dictionary<string, string> given, string name)
    {
        var text = Text(given, name);
        return
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0.001 and <= 1_000_000
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong(name, $"'{text}' is not accepted: seconds from 0.001 to 1000000");
    }

    private static ClientException Wrong(string name, string rule) => new(ExitCode.Options, $"{name} {rule}");
}

/// <summary>Waits between tries: twice as long each time up to 30 times the first, with jitter, until patience is over.</summary>
internal sealed class Retry(Options options, TimeSpan? patience)
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private int _waits;

    public TimeSpan Elapsed => _since.Elapsed;

    public async Task WaitAsync(string problem, CancellationToken stop)
    {
        if (_since.Elapsed > patience)
        {
            throw new ClientException(
                ExitCode.Patience,
                $"{problem}; given up after {Duration.Text(_since.Elapsed)} (--patience)"
            );
        }

        var factor = Math.Min(30, Math.Pow(2, Math.Min(_waits++, 10)));
        await Task.Delay(options.RetryDelay * factor * (0.5 + Random.Shared.NextDouble() / 2), stop);
    }
}

/// <summary>Spans of time as a log shows them.</summary>
internal static class Duration
{
    public static string Text(TimeSpan span) =>
        span.TotalMinutes < 2 ? $"{span.TotalSeconds:0} s"
        : span.TotalHours < 2 ? $"{span.TotalMinutes:0} min"
        : $"{span.TotalHours:0.0} h";
}

/// <summary>The access token of the service account that the pod runs as, kept until shortly before it expires.</summary>
internal sealed class AccessTokens(HttpClient http)
{
    private const string Path = "computeMetadata/v1/instance/service-accounts/default/token";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private string? _token;
    private long _expires;

    public void Forget() => _token = null;

    public async Task<string> GetAsync(CancellationToken stop)
    {
        if (_token is { } kept && Environment.TickCount64 < _expires)
        {
            return kept;
        }

        var host = Environment.GetEnvironmentVariable("GCE_METADATA_HOST") ?? "metadata.google.internal";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{host}/{Path}");
        request.Headers.Add("Metadata-Flavor", "Google");
        using var answer = await http.SendAsync(request, stop);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            throw new ClientException(
                ExitCode.Storage,
                $"the metadata server has no token for this pod (HTTP {(int)answer.StatusCode}): its Kubernetes service account needs an identity"
            );
        }

        answer.EnsureSuccessStatusCode();
        var token = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))!;
        _expires =
            Environment.TickCount64
            + (long)(TimeSpan.FromSeconds((int)token["expires_in"]!) - Margin).TotalMilliseconds;
        return _token = (string)token["access_token"]!;
    }
}

/// <summary>What Cloud Storage says about an object: enough to tell one content from another.</summary>
internal sealed record StoredObject(StoragePath Path, string Generation, long Size, string Crc32C)
{
    /// <summary>How <c>input.json</c> names it.</summary>
    public string ToJson() =>
        new JsonObject
        {
            ["input"] = Path.ToString(),
            ["generation"] = Generation,
            ["size"] = Size,
            ["crc32c"] = Crc32C,
        }.ToJsonString(Json.Readable);

    public bool HasContentOf(JsonNode inputJson) =>
        (long?)inputJson["size"] == Size && (string?)inputJson["crc32c"] == Crc32C;
}

/// <summary>How JSON is written: letters of any script as they are.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>Cloud Storage's JSON API. What may pass (429, 5xx, lost connections) is tried again: every call may be repeated.</summary>
internal sealed class Storage : IDisposable
{
    private readonly Options _options;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(120) };
    private readonly HttpClient _metadata = new(new SocketsHttpHandler { UseProxy = false });
    private readonly AccessTokens? _tokens;
    private readonly string _base = "https://storage.googleapis.com";

    public Storage(Options options)
    {
        _options = options;
        var emulator = Environment.GetEnvironmentVariable("STORAGE_EMULATOR_HOST");
        if (emulator is not null)
        {
            _base = emulator.Contains("://", StringComparison.Ordinal) ? emulator.TrimEnd('/') : "http://" + emulator;
        }

        if (emulator is null || Environment.GetEnvironmentVariable("GCE_METADATA_HOST") is not null)
        {
            _tokens = new(_metadata);
        }
    }

    /// <summary>The names below a folder, subfolders aside, without the folder.</summary>
    public async Task<List<string>> ListAsync(StoragePath folder, CancellationToken stop)
    {
        var names = new List<string>();
        string? page = null;
        do
        {
            var query =
                $"prefix={Uri.EscapeDataString(folder.Name)}&delimiter=%2F&fields=items(name),nextPageToken"
                + (page is null ? "" : "&pageToken=" + Uri.EscapeDataString(page));
            var list = await JsonAsync($"{Bucket(folder)}?{query}", folder, "storage.objects.list", stop);
            names.AddRange((list["items"] as JsonArray ?? []).Select(i => ((string)i!["name"]!)[folder.Name.Length..]));
            page = (string?)list["nextPageToken"];
        } while (page is not null);

        return names;
    }

    public async Task<StoredObject> FindAsync(StoragePath path, CancellationToken stop)
    {
        var found = await JsonAsync(
            $"{Object(path)}?fields=generation,size,crc32c,contentEncoding",
            path,
            "storage.objects.get",
            stop
        );
        if ((string?)found["contentEncoding"] is "gzip")
        {
            throw new ClientException(
                ExitCode.Storage,
                $"{path} is stored with Content-Encoding gzip: upload it uncompressed"
            );
        }

        return new(
            path,
            (string)found["generation"]!,
            long.Parse((string)found["size"]!, CultureInfo.InvariantCulture),
            (string?)found["crc32c"] ?? ""
        );
    }

    public async Task<byte[]> ReadAsync(StoragePath path, CancellationToken stop) =>
        await SendAsync(() => new(HttpMethod.Get, $"{Object(path)}?alt=media"), path, "storage.objects.get", stop)
        ?? throw new InvalidOperationException("A read has no precondition.");

    /// <summary>Bytes of the content that the object had when it was found.</summary>
    public async Task<byte[]> ReadAsync(StoredObject stored, long offset, int length, CancellationToken stop)
    {
        var retry = new Retry(_options, _options.Patience);
        while (true)
        {
            var bytes = await SendAsync(Ranged, stored.Path, "storage.objects.get", stop);
            if (bytes?.Length == length)
            {
                return bytes;
            }

            await retry.WaitAsync($"{stored.Path} gives {bytes?.Length} bytes instead of {length}", stop);
        }

        HttpRequestMessage Ranged() =>
            new(HttpMethod.Get, $"{Object(stored.Path)}?alt=media&generation={stored.Generation}")
            {
                Headers = { Range = new RangeHeaderValue(offset, offset + length - 1) },
            };
    }

    /// <summary>Creates an object; false where one of this name is there, which a repeated upload may itself have made.</summary>
    public async Task<bool> CreateAsync(StoragePath path, byte[] content, CancellationToken stop)
    {
        var url =
            $"{_base}/upload/storage/v1/b/{path.Bucket}/o?uploadType=media&ifGenerationMatch=0&name={Uri.EscapeDataString(path.Name)}";
        return await SendAsync(Upload, path, "storage.objects.create", stop) is not null;

        HttpRequestMessage Upload() =>
            new(HttpMethod.Post, url)
            {
                Content = new ByteArrayContent(content) { Headers = { ContentType = new("application/json") } },
            };
    }

    public void Dispose()
    {
        _http.Dispose();
        _metadata.Dispose();
    }

    private string Bucket(StoragePath path) => $"{_base}/storage/v1/b/{path.Bucket}/o";

    private string Object(StoragePath path) => $"{Bucket(path)}/{Uri.EscapeDataString(path.Name)}";

    private async Task<JsonNode> JsonAsync(string url, StoragePath path, string permission, CancellationToken stop) =>
        JsonNode.Parse(await SendAsync(() => new(HttpMethod.Get, url), path, permission, stop))!;

    /// <summary>The body of the answer; null where the precondition fails.</summary>
    private async Task<byte[]?> SendAsync(
        Func<HttpRequestMessage> request,
        StoragePath path,
        string permission,
        CancellationToken stop
    )
    {
        var retry = new Retry(_options, _options.Patience);
        for (var unauthorized = 0; ; )
        {
            string problem;
            try
            {
                using var message = request();
                if (_tokens is not null)
                {
                    message.Headers.Authorization = new("Bearer", await _tokens.GetAsync(stop));
                }

                using var answer = await _http.SendAsync(message, stop);
                var body = await answer.Content.ReadAsByteArrayAsync(stop);
                if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.PreconditionFailed)
                {
                    return answer.IsSuccessStatusCode ? body : null;
                }

                if (answer.StatusCode == HttpStatusCode.Unauthorized && unauthorized++ < 3)
                {
                    _tokens?.Forget();
                }
                else if ((int)answer.StatusCode is not (408 or 429 or >= 500))
                {
                    throw Refused((int)answer.StatusCode, path, permission, body);
                }

                problem = $"HTTP {(int)answer.StatusCode}";
            }
            catch (Exception e) when (IsPassing(e, stop))
            {
                problem = e is OperationCanceledException ? "time-out" : e.Message;
            }

            Log.Write($"storage: {path}: {problem}; trying again");
            await retry.WaitAsync($"{path}: {problem}", stop);
        }
    }

    private static bool IsPassing(Exception e, CancellationToken stop) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested);

    private static ClientException Refused(int status, StoragePath path, string permission, byte[] body)
    {
        var advice = status switch
        {
            401 or 403 =>
                $"grant this client's service account {permission} there (a new grant takes some minutes), or correct the name",
            404 => "create it, correct the name, or start anew if it was replaced during the run",
            _ => "the request is not accepted",
        };
        return new(
            ExitCode.Storage,
            $"{path}: Cloud Storage answers HTTP {status}: {advice}. It says: {Text.Detail(body, "error", "message")}"
        );
    }
}

/// <summary>Texts out of answers.</summary>
internal static class Text
{
    private const int Longest = 500;

    /// <summary>The text at a path of a JSON body, else the body itself; shortened.</summary>
    public static string Detail(byte[] body, params string[] path)
    {
        var text = Encoding.UTF8.GetString(body);
        try
        {
            var node = JsonNode.Parse(body);
            foreach (var key in path)
            {
                node = (node as JsonObject)?[key];
            }

            text = node?.ToString() ?? text;
        }
        catch (JsonException)
        {
            // Not JSON: the body is the best there is.
        }

        text = text.Trim();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}

/// <summary>One line of the input.</summary>
internal sealed record InputLine(int Number, byte[] Bytes, bool TooLong);

/// <summary>Reads the input's lines a piece at a time: a broken download is one piece to ask for again.</summary>
internal sealed class InputReader(Storage storage, StoredObject input)
{
    private const int PieceBytes = 4 << 20;
    private const int LongestLine = 1 << 20;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Lines read so far that are not blank.</summary>
    public int Prompts { get; private set; }

    /// <summary>The lines in their order; blank ones and those already done are left out.</summary>
    public async IAsyncEnumerable<InputLine> ReadAsync(
        Func<int, bool> isDone,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var number = 0;
        using var line = new MemoryStream();
        while (Position < input.Size)
        {
            var length = (int)Math.Min(PieceBytes, input.Size - Position);
            ReadOnlyMemory<byte> piece = await storage.ReadAsync(input, Position, length, stop);
            while (!piece.IsEmpty)
            {
                var end = piece.Span.IndexOf((byte)'\n');
                Append(line, piece.Span[..(end < 0 ? piece.Length : end)]);
                Position += end < 0 ? piece.Length : end + 1;
                piece = end < 0 ? default : piece[(end + 1)..];
                if (end < 0 && Position < input.Size)
                {
                    continue;
                }

                number++;
                if (!IsBlank(line))
                {
                    Prompts++;
                    if (!isDone(number))
                    {
                        yield return new(number, line.ToArray(), line.Length > LongestLine);
                    }
                }

                line.SetLength(0);
            }
        }
    }

    private static void Append(MemoryStream line, ReadOnlySpan<byte> bytes) =>
        line.Write(bytes[..(int)Math.Min(bytes.Length, LongestLine + 1 - line.Length)]);

    private static bool IsBlank(MemoryStream line) =>
        line.GetBuffer().AsSpan(0, (int)line.Length).Trim(" \t\r"u8).IsEmpty;
}

/// <summary>What a line asks for, or why it cannot be asked.</summary>
internal sealed record Prompt(int Line, JsonElement? Id, string Text, int MaxTokens, string? Problem)
{
    public static Prompt Parse(InputLine line, int maxTokens)
    {
        var bytes = line.Bytes.AsMemory();
        if (line.Number == 1 && bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (line.TooLong || !Utf8.IsValid(bytes.Span))
        {
            return Bad(line, line.TooLong ? "the line is longer than 1 MiB" : "the line is not valid UTF-8");
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(line, json.RootElement, maxTokens)
                : Bad(line, "the line is not a JSON object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text with half a surrogate pair.
            return Bad(line, $"the line is not valid JSON");
        }
    }

    private static Prompt Read(InputLine line, JsonElement json, int maxTokens)
    {
        var id = Member(json, "id");
        if (id is not null and not { ValueKind: JsonValueKind.String or JsonValueKind.Number })
        {
            return Bad(line, "id must be a text or a number");
        }

        _ = id is { ValueKind: JsonValueKind.String } ? id.Value.GetString() : null;
        var asked = Member(json, "max_tokens");
        var prompt = Member(json, "prompt");
        var problem = prompt switch
        {
            null => "the line has no prompt",
            { ValueKind: not JsonValueKind.String } => "prompt must be a text",
            _ when string.IsNullOrWhiteSpace(prompt.Value.GetString()) => "the prompt is blank",
            _ when !IsCount(asked, ref maxTokens) => $"max_tokens must be a whole number from 1 to {int.MaxValue}",
            _ => null,
        };
        return new(line.Number, id?.Clone(), problem is null ? prompt!.Value.GetString()! : "", maxTokens, problem);
    }

    private static bool IsCount(JsonElement? asked, ref int count) =>
        asked is null
        || (asked is { ValueKind: JsonValueKind.Number } && asked.Value.TryGetInt32(out count) && count >= 1);

    /// <summary>A member's value; null where it is missing or null.</summary>
    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static Prompt Bad(InputLine line, string problem) => new(line.Number, null, "", 0, problem);
}

/// <summary>One line of the output, as it is written.</summary>
internal sealed record Result(int Line, byte[] Json)
{
    public static Result Answered(Prompt prompt, string response) => Of(prompt, "response", response);

    public static Result Failed(Prompt prompt, string error) => Of(prompt, "error", error);

    private static Result Of(Prompt prompt, string key, string value)
    {
        var json = new JsonObject { ["line"] = prompt.Line };
        if (prompt.Id is { } id)
        {
            json["id"] = JsonValue.Create(id);
        }

        json[key] = value;
        return new(prompt.Line, Encoding.UTF8.GetBytes(json.ToJsonString(global::Json.Readable) + "\n"));
    }
}

/// <summary>A try of a prompt that gave no answer.</summary>
/// <param name="kind">The sort of failure, for the log.</param>
/// <param name="reason">All that is known, for the result.</param>
/// <param name="reached">Whether the server took the request.</param>
/// <param name="final">Whether another try would end the same.</param>
internal sealed class TryException(string kind, string? reason = null, bool reached = true, bool final = false)
    : Exception(reason ?? kind)
{
    public string Kind { get; } = kind;
    public bool Reached { get; } = reached;
    public bool Final { get; } = final;
}

/// <summary>JetStream's HTTP API.</summary>
internal sealed class JetStream : IDisposable
{
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(10);
    private readonly Options _options;
    private readonly HttpClient _http;

    public JetStream(Options options)
    {
        _options = options;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            // Below the 5 seconds after which uvicorn closes an idle connection.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
            // A Service spreads connections, not requests: now and then a new one, for replicas that came later.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        _http = new(handler) { BaseAddress = options.Endpoint, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Succeeds where the server is healthy and answers a tiny prompt, with whatever text.</summary>
    public async Task CheckAsync(CancellationToken stop)
    {
        await SendAsync(new(HttpMethod.Get, "healthcheck"), HealthTimeout, stop);
        await AskAsync("Hello", 1, stop);
    }

    /// <summary>The answer to a prompt, which is never blank.</summary>
    public async Task<string> GenerateAsync(Prompt prompt, CancellationToken stop)
    {
        var answer = await AskAsync(prompt.Text, prompt.MaxTokens, stop);
        return string.IsNullOrWhiteSpace(answer) ? throw new TryException("blank answer") : answer;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> AskAsync(string prompt, int maxTokens, CancellationToken stop)
    {
        var question = new JsonObject
        {
            ["prompt"] = prompt,
            ["max_tokens"] = maxTokens,
            ["stream"] = _options.Stream,
        };
        var content = new StringContent(question.ToJsonString(), Encoding.UTF8, "application/json");
        var body = await SendAsync(
            new(HttpMethod.Post, "generate") { Content = content },
            _options.RequestTimeout,
            stop
        );
        try
        {
            return _options.Stream ? Joined(body) : Whole(body);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new TryException("truncated or malformed answer");
        }
    }

    private static string Whole(byte[] body)
    {
        using var answer = JsonDocument.Parse(body);
        return Member(answer.RootElement, "response");
    }

    /// <summary>The texts of the objects that a streamed answer has one after another.</summary>
    private static string Joined(byte[] body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { AllowMultipleValues = true });
        var text = new StringBuilder();
        while (reader.Read())
        {
            text.Append(Member(JsonElement.ParseValue(ref reader), "text"));
        }

        return text.ToString();
    }

    private static string Member(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new TryException($"answer without {name}");

    private async Task<byte[]> SendAsync(HttpRequestMessage request, TimeSpan limit, CancellationToken stop)
    {
        using var _ = request;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(limit);
        try
        {
            using var answer = await _http.SendAsync(request, timeout.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(timeout.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw Refused((int)answer.StatusCode, Text.Detail(body, "detail"));
            }

            var type = answer.Content.Headers.ContentType?.MediaType;
            return type == "application/json"
                ? body
                : throw new TryException("wrong content type", $"content type {type ?? "missing"}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TryException("time-out", $"time-out: no whole answer within {limit.TotalSeconds:0.###} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Lost(e);
        }
    }

    private static TryException Refused(int status, string detail) =>
        new(
            $"HTTP {status}",
            $"HTTP {status}: {detail}",
            reached: status is not (502 or 503 or 504),
            final: status is >= 400 and < 500 and not (408 or 429)
        );

    private static TryException Lost(Exception e) =>
        (e as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError => new(
                "not reached",
                e.Message,
                reached: false
            ),
            _ when e.InnerException is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => new(
                "truncated answer"
            ),
            _ => new("connection lost", $"connection lost: {e.InnerException?.Message ?? e.Message}"),
        };
}

/// <summary>Tells a server that is away from a prompt that fails: whoever saw a failure passes here before the next try.</summary>
internal sealed class ServerGate(JetStream server, Options options) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _fineSince = long.MinValue;
    private bool _wasAway;

    /// <summary>Returns when a check begun after this call, by whomever, has succeeded; true if the server was found away.</summary>
    public async Task<bool> PassAsync(CancellationToken stop)
    {
        var asked = Stopwatch.GetTimestamp();
        await _one.WaitAsync(stop);
        try
        {
            if (_fineSince < asked)
            {
                _wasAway = await WaitAsync(stop);
            }

            return _wasAway;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> WaitAsync(CancellationToken stop)
    {
        var retry = new Retry(options, options.Patience);
        for (var away = false; ; away = true)
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await server.CheckAsync(stop);
                _fineSince = begun;
                if (away)
                {
                    Log.Write($"the server answers after {Duration.Text(retry.Elapsed)}");
                }

                return away;
            }
            catch (TryException e)
            {
                if (!away)
                {
                    Log.Write($"the server is away ({e.Kind}); waiting up to {Duration.Text(options.Patience)}");
                }

                await retry.WaitAsync($"{options.Endpoint} is away: {e.Message}", stop);
            }
        }
    }
}

/// <summary>The output folder: which lines have a result, and the parts that hold them.</summary>
internal sealed class OutputFolder(Storage storage, StoragePath folder)
{
    private const string InputName = "input.json";
    private const string DoneName = "done.json";
    private readonly Lock _lock = new();
    private readonly System.Collections.BitArray _done = new(1024);
    private readonly HashSet<int> _parts = [];

    public int Answered { get; private set; }

    public int Failed { get; private set; }

    public int Parts => _parts.Count;

    public bool Has(int line)
    {
        lock (_lock)
        {
            return line < _done.Length && _done[line];
        }
    }

    /// <summary>Claims the folder for an input and reads what is there; true where everything is done.</summary>
    public async Task<bool> OpenAsync(StoredObject input, CancellationToken stop)
    {
        var names = await storage.ListAsync(folder, stop);
        var parts = names.Select(PartNumber).OfType<int>().Order().ToList();
        if (!names.Contains(InputName) && parts.Count > 0)
        {
            throw Mismatch($"{folder} holds results but no {InputName}: choose another folder");
        }

        if (
            names.Contains(InputName)
            || !await storage.CreateAsync(folder.Child(InputName), Encoding.UTF8.GetBytes(input.ToJson()), stop)
        )
        {
            await CheckAsync(input, stop);
        }

        if (names.Contains(DoneName))
        {
            return true;
        }

        foreach (var number in parts)
        {
            await ReadPartAsync(number, stop);
        }

        return false;
    }

    /// <summary>Uploads results in the next free part, without those that a part holds by now.</summary>
    public async Task SaveAsync(IReadOnlyList<Result> results, CancellationToken stop)
    {
        for (var number = 1; ; number++)
        {
            if (_parts.Contains(number))
            {
                continue;
            }

            var content = results.Where(r => !Has(r.Line)).SelectMany(r => r.Json).ToArray();
            if (content.Length == 0)
            {
                return;
            }

            if (await storage.CreateAsync(Part(number), content, stop))
            {
                Note(number, content);
                return;
            }

            await ReadPartAsync(number, stop);
        }
    }

    /// <summary>Writes the counts, once every prompt of the input has its result.</summary>
    public async Task FinishAsync(StoredObject input, int prompts, CancellationToken stop)
    {
        if (Answered + Failed != prompts)
        {
            throw Mismatch($"{folder} holds {Answered + Failed} results for {prompts} prompts: choose another folder");
        }

        var counts = new JsonObject
        {
            ["input"] = input.Path.ToString(),
            ["prompts"] = prompts,
            ["answered"] = Answered,
            ["failed"] = Failed,
            ["parts"] = Parts,
        };
        await storage.CreateAsync(
            folder.Child(DoneName),
            Encoding.UTF8.GetBytes(counts.ToJsonString(Json.Readable)),
            stop
        );
    }

    private async Task CheckAsync(StoredObject input, CancellationToken stop)
    {
        var path = folder.Child(InputName);
        var known = ParseOurs(await storage.ReadAsync(path, stop), path);
        if (!input.HasContentOf(known))
        {
            throw Mismatch(
                $"{folder} belongs to other content of {known["input"]} than {input.Path} has now: choose another folder"
            );
        }
    }

    private async Task ReadPartAsync(int number, CancellationToken stop) =>
        Note(number, await storage.ReadAsync(Part(number), stop));

    private void Note(int number, byte[] content)
    {
        foreach (var range in content.AsSpan().Split((byte)'\n'))
        {
            var line = content.AsMemory(range);
            if (!line.IsEmpty)
            {
                NoteLine(ParseOurs(line, Part(number)), Part(number));
            }
        }

        _parts.Add(number);
    }

    private void NoteLine(JsonNode result, StoragePath part)
    {
        if (result["line"] is not JsonValue value || !value.TryGetValue<int>(out var line) || line < 1)
        {
            throw NotOurs(part);
        }

        lock (_lock)
        {
            _done.Length = line < _done.Length ? _done.Length : Math.Max(line + 1, _done.Length * 2);
            if (_done[line])
            {
                throw Mismatch($"{part} has a second result of line {line}: choose another folder");
            }

            _done[line] = true;
        }

        _ = result["error"] is null ? Answered++ : Failed++;
    }

    private static JsonObject ParseOurs(ReadOnlyMemory<byte> json, StoragePath path)
    {
        try
        {
            return JsonNode.Parse(json.Span) as JsonObject ?? throw NotOurs(path);
        }
        catch (JsonException)
        {
            throw NotOurs(path);
        }
    }

    private StoragePath Part(int number) => folder.Child($"part-{number:D6}.jsonl");

    private int? PartNumber(string name) =>
        name.Split('-', '.') is ["part", var digits, "jsonl"]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && folder.Child(name) == Part(number)
            ? number
            : null;

    private static ClientException NotOurs(StoragePath path) =>
        Mismatch($"{path} was not written by this client: choose another folder");

    private static ClientException Mismatch(string message) => new(ExitCode.Mismatch, message);
}

/// <summary>The run: lines in, prompts to the server, results out in parts.</summary>
internal sealed class Batch(Options options, OutputFolder output, InputReader reader, JetStream server, ServerGate gate)
{
    private const int PartBytes = 8 << 20;
    private static readonly TimeSpan FlushTime = TimeSpan.FromSeconds(20);
    private readonly Progress _progress = new();

    public static async Task RunAsync(Options options, CancellationToken stop)
    {
        using var storage = new Storage(options);
        using var server = new JetStream(options);
        using var gate = new ServerGate(server, options);
        var output = new OutputFolder(storage, options.Output);
        var input = await storage.FindAsync(options.Input, stop);
        if (await output.OpenAsync(input, stop))
        {
            Log.Write($"everything is done: {options.Output} has a result of every prompt");
            return;
        }

        Log.Write(
            $"{options.Input}: {input.Size} bytes; {output.Answered + output.Failed} results are there, in {output.Parts} parts"
        );
        var reader = new InputReader(storage, input);
        await new Batch(options, output, reader, server, gate).RunAsync(input.Size, stop);
        await output.FinishAsync(input, reader.Prompts, stop);
        Log.Write($"done: {output.Answered} answered, {output.Failed} failed, {output.Parts} parts");
    }

    private async Task RunAsync(long bytes, CancellationToken stop)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var flush = new CancellationTokenSource();
        using var _ = halt.Token.Register(() => flush.CancelAfter(FlushTime));
        var there = output.Answered + output.Failed;
        using var timer = new Timer(
            _ => Log.Write(_progress.Text(there, reader.Prompts, reader.Position, bytes)),
            null,
            options.ProgressTime,
            options.ProgressTime
        );
        var results = Channel.CreateBounded<Result>(options.PartResults);
        await Task.WhenAll(
            OrHaltAsync(AnswerAllAsync(results.Writer, halt.Token), halt),
            OrHaltAsync(SaveAllAsync(results.Reader, flush.Token), halt)
        );
    }

    /// <summary>Ends everything where one part of the run fails.</summary>
    private static async Task OrHaltAsync(Task task, CancellationTokenSource halt)
    {
        try
        {
            await task;
        }
        catch
        {
            await halt.CancelAsync();
            throw;
        }
    }

    private async Task AnswerAllAsync(ChannelWriter<Result> results, CancellationToken stop)
    {
        try
        {
            await gate.PassAsync(stop);
            await Parallel.ForEachAsync(
                reader.ReadAsync(output.Has, stop),
                new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = stop },
                async (line, token) =>
                {
                    var result = await AnswerAsync(Prompt.Parse(line, options.MaxTokens), token);
                    await results.WriteAsync(result, token);
                }
            );
        }
        finally
        {
            results.Complete();
        }
    }

    private async Task<Result> AnswerAsync(Prompt prompt, CancellationToken stop)
    {
        if (prompt.Problem is not null)
        {
            _progress.Failed();
            return Result.Failed(prompt, prompt.Problem);
        }

        var retry = new Retry(options, patience: null);
        for (var attempts = 0; ; )
        {
            try
            {
                var answer = await server.GenerateAsync(prompt, stop);
                _progress.Answered();
                return Result.Answered(prompt, answer);
            }
            catch (TryException e)
            {
                var wasAway = await gate.PassAsync(stop);
                attempts += e.Reached || !wasAway ? 1 : 0;
                if (attempts == options.Attempts || e.Final)
                {
                    _progress.Failed();
                    return Result.Failed(prompt, $"{e.Message} (attempt {attempts} of {options.Attempts})");
                }

                _progress.Retried(e.Kind);
            }

            await retry.WaitAsync("", stop);
        }
    }

    private async Task SaveAllAsync(ChannelReader<Result> results, CancellationToken flush)
    {
        while (await results.WaitToReadAsync(flush))
        {
            var part = new List<Result>();
            using var full = CancellationTokenSource.CreateLinkedTokenSource(flush);
            full.CancelAfter(options.PartTime);
            try
            {
                for (var size = 0; part.Count < options.PartResults && size < PartBytes; size += part[^1].Json.Length)
                {
                    part.Add(await results.ReadAsync(full.Token));
                }
            }
            catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
            {
                // The run ends, or the part has waited long enough.
            }

            await output.SaveAsync(part, flush);
        }
    }
}

/// <summary>How far this run has come.</summary>
internal sealed class Progress
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly SortedDictionary<string, int> _retries = new(StringComparer.Ordinal);
    private int _answered;
    private int _failed;

    public void Answered() => Interlocked.Increment(ref _answered);

    public void Failed() => Interlocked.Increment(ref _failed);

    public void Retried(string kind)
    {
        lock (_lock)
        {
            _retries[kind] = _retries.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>A line for the log; how many prompts there are is known for certain once all of the input is read.</summary>
    public string Text(int alreadyThere, int promptsRead, long bytesRead, long bytes)
    {
        var now = _answered + _failed;
        var rate = now / _time.Elapsed.TotalSeconds;
        var total = promptsRead * (double)bytes / Math.Max(1, bytesRead);
        var left = now == 0 ? "unknown time" : Duration.Text(TimeSpan.FromSeconds((total - alreadyThere - now) / rate));
        lock (_lock)
        {
            var retries = string.Join(", ", _retries.Select(r => $"{r.Key}: {r.Value}"));
            return $"{alreadyThere + now} of about {total:0} results; {_failed} failed; {rate:0.0}/s; about {left} left; "
                + $"retries: {(retries.Length == 0 ? "none" : retries)}";
        }
    }
}
