// Sends every prompt of a file in Cloud Storage to a JetStream server and writes one result line per prompt. Runs by itself with the
// .NET 10 SDK, without packages: dotnet run batch-client.cs -- --help. Needs a writable HOME and /tmp, which may be the same folder.
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
// Exit codes: 0 every prompt has its result (also where some failed), 2 wrong options, 3 Cloud Storage refuses or the input is missing,
// 4 input and output do not belong together, 5 patience is over, 143 stopped by SIGTERM after what was answered had been uploaded;
// anything else is a fault of this program. After 3, 5, 143 and a crash a new run goes on where this one stopped.

#:property PublishAot=false
// No compiler stays in memory beside the run.
#:property UseSharedCompilation=false
#:property InvariantGlobalization=true

using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
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

    public static string Span(TimeSpan span) =>
        span.TotalMinutes < 2 ? $"{span.TotalSeconds:0} s"
        : span.TotalHours < 2 ? $"{span.TotalMinutes:0} min"
        : $"{span.TotalHours:0.0} h";
}

/// <summary>How JSON is read and written: letters of any script as they are, nothing where there is no value.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static T? Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options);

    public static T? Read<T>(ref Utf8JsonReader json) => JsonSerializer.Deserialize<T>(ref json, Options);

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}

/// <summary>A bucket and a name in it; a folder's name is empty or ends in a slash.</summary>
internal sealed record StoragePath(string Bucket, string Name)
{
    public static StoragePath Parse(string text) =>
        text[5..].Split('/', 2) is [var bucket, var name] ? new(bucket, name) : new(text[5..], "");

    public StoragePath Child(string name) => this with { Name = Name + name };

    public override string ToString() => $"gs://{Bucket}/{Name}";
}

/// <summary>What the command line says.</summary>
internal sealed class Options(Dictionary<string, string> given)
{
    private static readonly Kind Object = new("gs://BUCKET/NAME", Matches("^gs://[^/]+/(.*[^/])$"));
    private static readonly Kind Folder = new("gs://BUCKET/FOLDER/", Matches("^gs://[^/]+(/.*)?$"));
    private static readonly Kind Address = new("http://HOST:PORT", IsAddress);
    private static readonly Kind Number = new(
        "NUMBER",
        Matches("^[1-9][0-9]{0,8}$"),
        ", a whole number from 1 to 999999999"
    );
    private static readonly Kind Seconds = new(
        "SECONDS",
        Matches("^(?=.*[1-9])[0-9]{1,7}([.][0-9]{1,3})?$"),
        ", as 30 or 0.5"
    );
    private static readonly Kind Flag = new("", _ => true);

    private static readonly Option[] All =
    [
        new("--input", Object, null, "the prompts, one JSON object a line"),
        new("--output", Folder, null, "where the results go; one folder per input"),
        new("--endpoint", Address, null, "the server"),
        new("--concurrency", Number, "8", "prompts under way at once"),
        new("--max-tokens", Number, "100", "for lines without max_tokens"),
        new("--stream", Flag, "off", "ask for streamed answers"),
        new("--attempts", Number, "8", "tries per prompt"),
        new("--request-timeout", Seconds, "600", "for one try of one prompt"),
        new("--patience", Seconds, "3600", "how long to wait for a server or storage that is away"),
        new("--retry-delay", Seconds, "1", "before the first retry; doubles, up to 30 times as long"),
        new("--part-results", Number, "500", "results after which a part is uploaded"),
        new("--part-seconds", Seconds, "30", "time after which a part with fewer is uploaded"),
    ];

    private sealed record Kind(string Value, Func<string, bool> Accepts, string Rule = "");

    private sealed record Option(string Name, Kind Kind, string? Default, string Meaning);

    public static string Help { get; } =
        "usage: dotnet run batch-client.cs -- OPTIONS"
        + string.Concat(
            All.Select(o =>
                $"\n  {$"{o.Name} {o.Kind.Value}", -32}{o.Meaning} ({(o.Default is null ? "required" : $"default {o.Default}")})"
            )
        );

    public StoragePath Input { get; } = StoragePath.Parse(given["--input"]);
    public StoragePath Output { get; } = StoragePath.Parse(given["--output"].TrimEnd('/') + "/");
    public Uri Endpoint { get; } = new(given["--endpoint"]);
    public int Concurrency { get; } = Count(given["--concurrency"]);
    public int MaxTokens { get; } = Count(given["--max-tokens"]);
    public bool Stream { get; } = given["--stream"] == "on";
    public int Attempts { get; } = Count(given["--attempts"]);
    public TimeSpan RequestTimeout { get; } = Time(given["--request-timeout"]);
    public TimeSpan Patience { get; } = Time(given["--patience"]);
    public TimeSpan RetryDelay { get; } = Time(given["--retry-delay"]);
    public int PartResults { get; } = Count(given["--part-results"]);
    public TimeSpan PartTime { get; } = Time(given["--part-seconds"]);

    public static Options Parse(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var option =
                Array.Find(All, o => o.Name == args[i])
                ?? throw Wrong($"{args[i]} is no option: accepted are {string.Join(", ", All.Select(o => o.Name))}");
            var value = option.Kind == Flag ? "on" : args.ElementAtOrDefault(++i) ?? "";
            given[option.Name] = option.Kind.Accepts(value)
                ? value
                : throw Wrong($"{option.Name} '{value}' is not accepted: {option.Kind.Value}{option.Kind.Rule}");
        }

        foreach (var option in All)
        {
            given.TryAdd(
                option.Name,
                option.Default
                    ?? given.GetValueOrDefault(option.Name)
                    ?? throw Wrong($"{option.Name} is required: {option.Kind.Value}")
            );
        }

        return new(given);
    }

    private static Func<string, bool> Matches(string pattern) => text => Regex.IsMatch(text, pattern);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", PathAndQuery: "/" };

    private static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

    private static ClientException Wrong(string message) => new(ExitCode.Options, message);
}

/// <summary>Waits between tries: twice as long each time, up to 30 times the first, with jitter.</summary>
internal sealed class Retry(Options options)
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private double _factor = 1;

    public TimeSpan Elapsed => _since.Elapsed;

    public Task WaitAsync(CancellationToken stop)
    {
        var delay = options.RetryDelay * _factor * (0.5 + Random.Shared.NextDouble() / 2);
        _factor = Math.Min(30, _factor * 2);
        return Task.Delay(delay, stop);
    }

    /// <summary>Waits for something that is away, until patience is over.</summary>
    public Task WaitAsync(string problem, CancellationToken stop) =>
        Elapsed < options.Patience
            ? WaitAsync(stop)
            : throw new ClientException(
                ExitCode.Patience,
                $"{problem}; given up after {Log.Span(Elapsed)} (--patience)"
            );
}

/// <summary>The access token of the service account that the pod runs as, kept until shortly before it expires.</summary>
internal sealed class AccessTokens(HttpClient http, string metadataHost)
{
    private const string Path = "computeMetadata/v1/instance/service-accounts/default/token";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private string? _token;
    private long _renewal;

    public void Forget() => _token = null;

    public async Task<string> GetAsync(CancellationToken stop)
    {
        if (_token is { } known && Environment.TickCount64 < _renewal)
        {
            return known;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{metadataHost}/{Path}");
        request.Headers.Add("Metadata-Flavor", "Google");
        using var answer = await http.SendAsync(request, stop);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            var problem = $"the metadata server has no token for this pod (HTTP {(int)answer.StatusCode})";
            throw new ClientException(ExitCode.Storage, $"{problem}: its Kubernetes service account needs an identity");
        }

        var token = Json.Read<Token>(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(stop))!;
        _renewal = Environment.TickCount64 + (long)(TimeSpan.FromSeconds(token.ExpiresIn) - Margin).TotalMilliseconds;
        return _token = token.AccessToken;
    }

    private sealed record Token(string AccessToken, int ExpiresIn);
}

/// <summary>An object, and what tells one content of it from another.</summary>
internal sealed record StoredObject(StoragePath Path, string Generation, long Size, string Crc32c);

/// <summary>Cloud Storage's JSON API. What may pass (429, 5xx, lost connections) is tried again: every call may be repeated.</summary>
internal sealed class Storage : IDisposable
{
    private readonly Options _options;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly HttpClient _metadata = new(new SocketsHttpHandler { UseProxy = false });
    private readonly AccessTokens? _tokens;
    private readonly string _address;

    public Storage(Options options)
    {
        _options = options;
        var emulator = Environment.GetEnvironmentVariable("STORAGE_EMULATOR_HOST");
        var metadataHost = Environment.GetEnvironmentVariable("GCE_METADATA_HOST");
        _address = emulator switch
        {
            null => "https://storage.googleapis.com",
            _ when emulator.Contains("://", StringComparison.Ordinal) => emulator.TrimEnd('/'),
            _ => $"http://{emulator}",
        };
        _tokens =
            emulator is null || metadataHost is not null
                ? new(_metadata, metadataHost ?? "metadata.google.internal")
                : null;
    }

    /// <summary>The names in a folder, subfolders aside, without the folder.</summary>
    public async Task<List<string>> ListAsync(StoragePath folder, CancellationToken stop)
    {
        var names = new List<string>();
        for (string? page = ""; page is not null; )
        {
            var query =
                $"prefix={Uri.EscapeDataString(folder.Name)}&delimiter=%2F&fields=items/name,nextPageToken&pageToken={Uri.EscapeDataString(page)}";
            var request = new Call(HttpMethod.Get, $"{Objects(folder)}?{query}", folder, "storage.objects.list");
            var list = Json.Read<ObjectList>(await SendAsync(request, stop))!;
            names.AddRange((list.Items ?? []).Select(i => i.Name[folder.Name.Length..]));
            page = list.NextPageToken;
        }

        return names;
    }

    public async Task<StoredObject> FindAsync(StoragePath path, CancellationToken stop)
    {
        var found = Json.Read<ObjectResource>(await SendAsync(Get(path, ""), stop))!;
        return found.ContentEncoding != "gzip"
            ? new(path, found.Generation, long.Parse(found.Size, CultureInfo.InvariantCulture), found.Crc32c)
            : throw new ClientException(
                ExitCode.Storage,
                $"{path} is stored with Content-Encoding gzip: upload it uncompressed"
            );
    }

    public async Task<byte[]> ReadAsync(StoragePath path, CancellationToken stop) =>
        (await SendAsync(Get(path, "?alt=media"), stop))!;

    /// <summary>Bytes of the content that the object had when it was found.</summary>
    public async Task<byte[]> ReadAsync(StoredObject stored, long offset, int length, CancellationToken stop)
    {
        var call = Get(stored.Path, $"?alt=media&generation={stored.Generation}") with
        {
            Range = new(offset, offset + length - 1),
        };
        var bytes = (await SendAsync(call, stop))!;
        return bytes.Length == length
            ? bytes
            : throw new InvalidDataException($"{stored.Path}: {bytes.Length} bytes, not {length}");
    }

    /// <summary>Creates an object; false where one of this name is there, which a repeated upload may itself have made.</summary>
    public async Task<bool> CreateAsync(StoragePath path, byte[] content, CancellationToken stop)
    {
        var query = $"uploadType=media&ifGenerationMatch=0&name={Uri.EscapeDataString(path.Name)}";
        var address = $"{_address}/upload/storage/v1/b/{path.Bucket}/o?{query}";
        return await SendAsync(new(HttpMethod.Post, address, path, "storage.objects.create", content), stop)
            is not null;
    }

    public void Dispose()
    {
        _http.Dispose();
        _metadata.Dispose();
    }

    private string Objects(StoragePath path) => $"{_address}/storage/v1/b/{path.Bucket}/o";

    private Call Get(StoragePath path, string query) =>
        new(HttpMethod.Get, $"{Objects(path)}/{Uri.EscapeDataString(path.Name)}{query}", path, "storage.objects.get");

    /// <summary>The body of the answer; null where the object of a <see cref="CreateAsync"/> is there.</summary>
    private async Task<byte[]?> SendAsync(Call call, CancellationToken stop)
    {
        var retry = new Retry(_options);
        for (var tries = 1; ; tries++)
        {
            string problem;
            try
            {
                using var request = call.ToRequest();
                request.Headers.Authorization = _tokens is null ? null : new("Bearer", await _tokens.GetAsync(stop));
                using var answer = await _http.SendAsync(request, stop);
                var body = await answer.Content.ReadAsByteArrayAsync(stop);
                switch ((int)answer.StatusCode)
                {
                    case 200 or 206:
                        return body;
                    case 412:
                        return null;
                    case 401 when tries < 4:
                        _tokens?.Forget();
                        break;
                    case not (408 or 429 or >= 500) and var status:
                        throw Refused(status, call, body);
                }

                problem = $"HTTP {(int)answer.StatusCode}";
            }
            catch (Exception e)
                when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
            {
                problem = e.Message;
            }

            Log.Write($"{call.Path}: {problem}; trying again");
            await retry.WaitAsync($"{call.Path}: {problem}", stop);
        }
    }

    private static ClientException Refused(int status, Call call, byte[] body)
    {
        var advice = status switch
        {
            401 or 403 =>
                $"grant this client's service account {call.Permission} (new grants take some minutes) or correct the name",
            404 => "create it, correct the name, or start anew if it was replaced during the run",
            _ => "this client does not know why",
        };
        return new(ExitCode.Storage, $"{call.Path}: Cloud Storage answers HTTP {status}: {advice}. {Short.Text(body)}");
    }

    private sealed record Call(
        HttpMethod Method,
        string Address,
        StoragePath Path,
        string Permission,
        byte[]? Content = null
    )
    {
        public RangeItemHeaderValue? Range { get; init; }

        public HttpRequestMessage ToRequest() =>
            new(Method, Address)
            {
                Content = Content is null
                    ? null
                    : new ByteArrayContent(Content) { Headers = { ContentType = new("application/json") } },
                Headers = { Range = Range is null ? null : new(Range.From, Range.To) },
            };
    }

    private sealed record ObjectResource(string Name, string Generation, string Size, string Crc32c)
    {
        [JsonPropertyName("contentEncoding")]
        public string? ContentEncoding { get; init; }
    }

    private sealed record ObjectList(List<ObjectResource>? Items)
    {
        [JsonPropertyName("nextPageToken")]
        public string? NextPageToken { get; init; }
    }
}

/// <summary>What an answer says of an error, on one line and not too long.</summary>
internal static class Short
{
    private const int Longest = 500;

    public static string Text(byte[] body)
    {
        var text = Regex.Replace(Encoding.UTF8.GetString(body), @"\s+", " ").Trim();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}

/// <summary>One line of the input.</summary>
internal sealed record InputLine(int Number, byte[] Bytes);

/// <summary>Reads the input's lines a piece at a time: a broken download is one piece to ask for again.</summary>
internal sealed class InputReader(Storage storage, StoredObject input)
{
    private const int PieceBytes = 4 << 20;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Lines read so far that are not blank.</summary>
    public int Prompts { get; private set; }

    /// <summary>The lines in their order; blank ones and those already done are left out, and too long ones cut.</summary>
    public async IAsyncEnumerable<InputLine> ReadAsync(
        Func<int, bool> isDone,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        using var line = new MemoryStream();
        for (var number = 1; Position < input.Size; )
        {
            ReadOnlyMemory<byte> piece = await storage.ReadAsync(
                input,
                Position,
                (int)Math.Min(PieceBytes, input.Size - Position),
                stop
            );
            while (!piece.IsEmpty)
            {
                var end = piece.Span.IndexOf((byte)'\n');
                var taken = piece[..(end < 0 ? piece.Length : end + 1)];
                line.Write(taken.Span[..(int)Math.Min(taken.Length, Prompt.LongestLine + 2 - line.Length)]);
                piece = piece[taken.Length..];
                Position += taken.Length;
                if (end < 0 && Position < input.Size)
                {
                    continue;
                }

                var bytes = line.GetBuffer().AsMemory(0, (int)line.Length).Trim(" \t\r\n"u8);
                Prompts += bytes.IsEmpty ? 0 : 1;
                if (!bytes.IsEmpty && !isDone(number))
                {
                    yield return new(number, bytes.ToArray());
                }

                line.SetLength(0);
                number++;
            }
        }
    }
}

/// <summary>What a line asks for.</summary>
internal sealed record Prompt(int Line, JsonElement? Id, string Text, int MaxTokens)
{
    /// <summary>The most bytes of a line.</summary>
    public const int LongestLine = 1 << 20;

    /// <summary>Throws a <see cref="FormatException"/> that says what is wrong with the line.</summary>
    public static Prompt Parse(InputLine line, int maxTokens)
    {
        ReadOnlySpan<byte> bytes = line.Bytes;
        bytes = line.Number == 1 && bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        Require(bytes.Length <= LongestLine, "the line is longer than 1 MiB");
        Require(Utf8.IsValid(bytes), "the line is not valid UTF-8");
        var content = Read(bytes);
        Require(content.Prompt is not null, "the line has no prompt");
        Require(!string.IsNullOrWhiteSpace(content.Prompt), "the prompt is blank");
        Require(content.MaxTokens is null or > 0, MaxTokensRule);
        Require(
            content.Id is null or { ValueKind: JsonValueKind.String or JsonValueKind.Number },
            "id must be a text or a number"
        );
        return new(line.Number, content.Id, content.Prompt!, content.MaxTokens ?? maxTokens);
    }

    private const string MaxTokensRule = "max_tokens must be a whole number from 1 to 2147483647";

    private static Content Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Json.Read<Content>(bytes) ?? throw new FormatException("the line is not a JSON object");
        }
        catch (JsonException e)
        {
            throw new FormatException(
                e switch
                {
                    { InnerException: JsonException } => "the line is not valid JSON",
                    { Path: "$.prompt" } => "prompt must be a text",
                    { Path: "$.max_tokens" } => MaxTokensRule,
                    _ => "the line is not a JSON object",
                }
            );
        }
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new FormatException(problem);
        }
    }

    private sealed record Content(string? Prompt, int? MaxTokens, JsonElement? Id);
}

/// <summary>One line of the output.</summary>
internal sealed record Result(int Line, JsonElement? Id, string? Response, string? Error);

/// <summary>A try of a prompt that gave no answer.</summary>
/// <param name="kind">The sort of failure, for the log.</param>
/// <param name="detail">What else is known, for the result.</param>
/// <param name="reached">Whether the server took the request.</param>
/// <param name="final">Whether another try would end the same.</param>
internal sealed class TryException(string kind, string? detail = null, bool reached = true, bool final = false)
    : Exception(detail is null ? kind : $"{kind}: {detail}")
{
    public string Kind { get; } = kind;
    public bool Reached { get; } = reached;
    public bool Final { get; } = final;
}

/// <summary>JetStream's HTTP API.</summary>
internal sealed class JetStream(Options options) : IDisposable
{
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            // Below the 5 seconds after which uvicorn closes an idle connection.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
            // A Service spreads connections, not requests: now and then a new one, for replicas that came later.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        }
    )
    {
        BaseAddress = options.Endpoint,
        MaxResponseContentBufferSize = 64 << 20,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Succeeds where the server is healthy and answers a tiny prompt, with whatever text.</summary>
    public async Task CheckAsync(CancellationToken stop)
    {
        await SendAsync(HttpMethod.Get, "healthcheck", null, HealthTimeout, stop);
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
        using var question = new ByteArrayContent(Json.Write(new Question(prompt, maxTokens, options.Stream)));
        question.Headers.ContentType = new("application/json");
        var body = await SendAsync(HttpMethod.Post, "generate", question, options.RequestTimeout, stop);
        try
        {
            return options.Stream
                ? Joined(body)
                : Json.Read<Answer>(body)?.Response ?? throw new TryException("answer without response");
        }
        catch (JsonException)
        {
            throw new TryException("truncated or malformed answer");
        }
    }

    /// <summary>The texts of a streamed answer, which is objects one after another.</summary>
    private static string Joined(byte[] body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { AllowMultipleValues = true });
        var text = new StringBuilder();
        while (reader.Read())
        {
            text.Append(Json.Read<Piece>(ref reader)?.Text ?? throw new TryException("streamed answer without text"));
        }

        return text.ToString();
    }

    private async Task<byte[]> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        TimeSpan limit,
        CancellationToken stop
    )
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(limit);
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            using var answer = await _http.SendAsync(request, timeout.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(timeout.Token);
            var type = answer.Content.Headers.ContentType?.MediaType ?? "missing";
            return answer.StatusCode != HttpStatusCode.OK ? throw Refused((int)answer.StatusCode, body)
                : type != "application/json" ? throw new TryException("wrong content type", type)
                : body;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TryException("time-out", $"no whole answer within {limit.TotalSeconds:0.###} s");
        }
        catch (HttpRequestException e)
        {
            throw e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                ? new TryException("not reached", e.Message, reached: false)
                : new TryException("connection lost", e.InnerException?.Message);
        }
    }

    private static TryException Refused(int status, byte[] body) =>
        new(
            $"HTTP {status}",
            Short.Text(body),
            reached: status is not (502 or 503 or 504),
            final: status is >= 400 and < 500 and not (408 or 429)
        );

    private sealed record Question(string Prompt, int MaxTokens, bool Stream);

    private sealed record Answer(string? Response);

    private sealed record Piece(string? Text);
}

/// <summary>Tells a server that is away from a prompt that fails: whoever saw a failure passes here before the next try.</summary>
internal sealed class ServerGate(JetStream server, Options options) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _fineAt = long.MinValue;
    private bool _wasAway;

    /// <summary>Returns when a check begun after this call, by whomever, has succeeded; true if the server was found away.</summary>
    public async Task<bool> PassAsync(CancellationToken stop)
    {
        var asked = Stopwatch.GetTimestamp();
        await _one.WaitAsync(stop);
        try
        {
            if (_fineAt < asked)
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
        var retry = new Retry(options);
        for (var away = false; ; away = true)
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await server.CheckAsync(stop);
                _fineAt = begun;
                if (away)
                {
                    Log.Write($"the server is back after {Log.Span(retry.Elapsed)}");
                }

                return away;
            }
            catch (TryException e)
            {
                if (!away)
                {
                    Log.Write($"the server is away ({e.Kind}); waiting up to {Log.Span(options.Patience)}");
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
    private readonly BitArray _done = new(1024);
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
        var claimed = names.Contains(InputName);
        if (!claimed && (parts.Count > 0 || names.Contains(DoneName)))
        {
            throw Mismatch($"{folder} has results but no {InputName}");
        }

        await ClaimAsync(folder.Child(InputName), input, claimed, stop);
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

            var missing = results.Where(r => !Has(r.Line)).ToList();
            if (missing.Count == 0)
            {
                return;
            }

            byte[] content = [.. missing.SelectMany(r => (byte[])[.. Json.Write(r), (byte)'\n'])];
            if (await storage.CreateAsync(Part(number), content, stop))
            {
                Note(number, missing);
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
            throw Mismatch($"{folder} has {Answered + Failed} results of {prompts} prompts");
        }

        var counts = new Counts(input.Path.ToString(), prompts, Answered, Failed, Parts);
        await storage.CreateAsync(folder.Child(DoneName), Json.Write(counts), stop);
    }

    private async Task ClaimAsync(StoragePath claim, StoredObject input, bool claimed, CancellationToken stop)
    {
        var mine = new Claim(input.Path.ToString(), input.Generation, input.Size, input.Crc32c);
        if (!claimed && await storage.CreateAsync(claim, Json.Write(mine), stop))
        {
            return;
        }

        var known = Ours<Claim>(await storage.ReadAsync(claim, stop), claim);
        if ((known.Size, known.Crc32c) != (mine.Size, mine.Crc32c))
        {
            throw Mismatch($"{folder} belongs to another content of {known.Input} than {mine.Input} has now");
        }
    }

    private async Task ReadPartAsync(int number, CancellationToken stop)
    {
        var content = await storage.ReadAsync(Part(number), stop);
        var results = new List<Result>();
        foreach (var range in content.AsSpan().TrimEnd((byte)'\n').Split((byte)'\n'))
        {
            results.Add(Ours<Result>(content.AsSpan(range), Part(number)) with { Response = null });
        }

        Note(number, results);
    }

    private void Note(int number, List<Result> results)
    {
        foreach (var (line, _, _, error) in results)
        {
            lock (_lock)
            {
                _done.Length = line < _done.Length ? _done.Length : Math.Max(line + 1, _done.Length * 2);
                if (line < 1 || _done[line])
                {
                    throw Mismatch($"{Part(number)} has another result of line {line}");
                }

                _done[line] = true;
            }

            _ = error is null ? Answered++ : Failed++;
        }

        _parts.Add(number);
    }

    private static T Ours<T>(ReadOnlySpan<byte> json, StoragePath path)
    {
        try
        {
            return Json.Read<T>(json) ?? throw Mismatch($"{path} is not of this client");
        }
        catch (JsonException)
        {
            throw Mismatch($"{path} is not of this client");
        }
    }

    private StoragePath Part(int number) => folder.Child($"part-{number:D6}.jsonl");

    private static int? PartNumber(string name) =>
        Regex.Match(name, "^part-([0-9]{6,9})[.]jsonl$") is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    private static ClientException Mismatch(string problem) =>
        new(ExitCode.Mismatch, $"{problem}: choose another output folder");

    private sealed record Claim(string Input, string Generation, long Size, string Crc32c);

    private sealed record Counts(string Input, int Prompts, int Answered, int Failed, int Parts);
}

/// <summary>The run: lines in, prompts to the server, results out in parts.</summary>
internal sealed class Batch(Options options, OutputFolder output, InputReader reader, JetStream server, ServerGate gate)
{
    private const int PartCharacters = 4 << 20;
    private static readonly TimeSpan FlushTime = TimeSpan.FromSeconds(20);
    private readonly Progress _progress = new(output.Answered + output.Failed);

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

        Log.Write($"{options.Input}: {input.Size} bytes; {output.Parts} parts with results are there");
        var reader = new InputReader(storage, input);
        await new Batch(options, output, reader, server, gate).RunAsync(input.Size, stop);
        await output.FinishAsync(input, reader.Prompts, stop);
        Log.Write($"done: {output.Answered} answered, {output.Failed} failed, {output.Parts} parts");
    }

    private async Task RunAsync(long bytes, CancellationToken stop)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var flush = new CancellationTokenSource();
        using var flushing = halt.Token.Register(() => flush.CancelAfter(FlushTime));
        var results = Channel.CreateBounded<Result>(options.PartResults);
        await Task.WhenAll(
            OrHaltAsync(AnswerAllAsync(results.Writer, halt.Token), halt),
            OrHaltAsync(SaveAllAsync(results.Reader, bytes, flush.Token), halt)
        );
    }

    /// <summary>Ends the whole run where this half of it fails.</summary>
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
            // Not before there is something to ask.
            var ready = new Lazy<Task>(() => gate.PassAsync(stop));
            await Parallel.ForEachAsync(
                reader.ReadAsync(output.Has, stop),
                new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = stop },
                async (line, token) =>
                {
                    await ready.Value;
                    await results.WriteAsync(await AnswerAsync(line, token), token);
                }
            );
        }
        finally
        {
            results.Complete();
        }
    }

    private async Task<Result> AnswerAsync(InputLine line, CancellationToken stop)
    {
        try
        {
            var prompt = Prompt.Parse(line, options.MaxTokens);
            return await AnswerAsync(prompt, stop);
        }
        catch (FormatException e)
        {
            return new(line.Number, null, null, e.Message);
        }
    }

    private async Task<Result> AnswerAsync(Prompt prompt, CancellationToken stop)
    {
        var retry = new Retry(options);
        for (var attempts = 0; ; )
        {
            try
            {
                return new(prompt.Line, prompt.Id, await server.GenerateAsync(prompt, stop), null);
            }
            catch (TryException e)
            {
                var wasAway = await gate.PassAsync(stop);
                attempts += e.Reached || !wasAway ? 1 : 0;
                if (attempts == options.Attempts || e.Final)
                {
                    return new(prompt.Line, prompt.Id, null, $"{e.Message} (attempt {attempts} of {options.Attempts})");
                }

                _progress.Retried(e.Kind);
            }

            await retry.WaitAsync(stop);
        }
    }

    private async Task SaveAllAsync(ChannelReader<Result> results, long bytes, CancellationToken flush)
    {
        while (await results.WaitToReadAsync(flush))
        {
            var part = await CollectAsync(results, flush);
            await output.SaveAsync(part, flush);
            Log.Write(_progress.After(part, reader, bytes));
        }
    }

    /// <summary>Results until a part is full, has waited long enough, or the run ends.</summary>
    private async Task<List<Result>> CollectAsync(ChannelReader<Result> results, CancellationToken flush)
    {
        var part = new List<Result>();
        using var full = CancellationTokenSource.CreateLinkedTokenSource(flush);
        full.CancelAfter(options.PartTime);
        try
        {
            for (
                var size = 0;
                part.Count < options.PartResults && size < PartCharacters;
                size += part[^1].Response?.Length ?? 0
            )
            {
                part.Add(await results.ReadAsync(full.Token));
            }
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
        {
            // What there is goes out.
        }

        return part;
    }
}

/// <summary>How far the run has come.</summary>
internal sealed class Progress(int before)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly SortedDictionary<string, int> _retries = new(StringComparer.Ordinal);
    private int _results;
    private int _failed;

    public void Retried(string kind)
    {
        lock (_lock)
        {
            _retries[kind] = _retries.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>A line for the log; how many prompts there are is certain once all of the input is read.</summary>
    public string After(List<Result> part, InputReader reader, long bytes)
    {
        _results += part.Count;
        _failed += part.Count(r => r.Error is not null);
        var rate = Math.Max(1, _results) / _time.Elapsed.TotalSeconds;
        var all = reader.Prompts * (double)bytes / reader.Position;
        var left = Log.Span(TimeSpan.FromSeconds(Math.Clamp((all - before - _results) / rate, 0, 1e9)));
        lock (_lock)
        {
            var retries = _retries.Count == 0 ? "none" : string.Join(", ", _retries.Select(r => $"{r.Key}: {r.Value}"));
            return $"{before + _results} of about {all:0} results; {_failed} failed; {rate:0.0}/s; about {left} left; retries: {retries}";
        }
    }
}
