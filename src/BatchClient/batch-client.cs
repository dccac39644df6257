// Sends every prompt of a file in Cloud Storage to a JetStream server and writes one result line per prompt. Requires only the .NET 10 SDK:
// dotnet run batch-client.cs -- --help. HOME and /tmp must be writable and may be the same folder.
//
// Input: one JSON object per line, {"prompt": "…"}, optionally with "max_tokens" (an integer of at least 1) and "id" (a string or number,
// copied to the result); other keys are ignored. Lines are numbered from 1; blank lines are counted and have no result. Every other line has
// exactly one result, whatever its bytes are: an invalid line produces a failed one.
//
// Output: parts, part-000001.jsonl and so on, with lines {"line":17,"id":…,"response":"…"} or {"line":3,"error":"…"} in order of completion.
// Every line begins with its number, so this restores the order of the input:
//     gcloud storage cat 'gs://BUCKET/FOLDER/part-*' | sort -t: -k2,2n
// input.json identifies the input that the folder belongs to. done.json contains the totals and is created when every prompt has a result.
//
// No prompt is lost or duplicated because objects are created and never overwritten. A client creates part n only after it has read the
// parts 1…n-1, and without the lines that they contain. If part n exists (from a second client, or from an upload whose response was
// lost), the client reads it, drops its lines, and attempt n+1. Prompts that were answered but not uploaded before a crash are sent again.
//
// Failures: a prompt is attempted --attempts times. Between attempts, the server must pass its health check and answer a probe prompt; while
// it does not, all requests wait, for at most --patience. A request that never reached an unavailable server does not count as an attempt.
//
// Memory: lines have at most 1 MiB, the requests in progress at most 32 MiB, and the managed heap at most 512 MiB.
//
// Permissions: storage.objects.get on the input; storage.objects.get, .list and .create on the output folder.
// Environment: GCE_METADATA_HOST replaces the address of the metadata server. STORAGE_EMULATOR_HOST replaces that of Cloud Storage; no
// token is sent to it unless GCE_METADATA_HOST is set too.
//
// Exit codes: 0 every prompt has a result, which may be a failed one; 2 invalid options; 3 Cloud Storage denies access or the input does not
// exist; 4 the output folder belongs to another input; 5 --patience is exceeded; 143 stopped by SIGTERM, after uploading completed results;
// others are bugs. After 3, 5, 143 or a crash, a new run continues where this one stopped.

#:property PublishAot=false
// Otherwise the compiler server stays in memory during the run.
#:property UseSharedCompilation=false
#:property ConcurrentGarbageCollection=false
#:property InvariantGlobalization=true

using System.Buffers;
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

// Without a limit, .NET lets garbage grow with the memory of the machine or container.
AppContext.SetData("GCHeapHardLimit", 512UL << 20);
GC.RefreshMemoryLimit();
using var stopped = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
try
{
    if (args.Contains("--help"))
    {
        Console.WriteLine(Options.Help);
        return ExitCode.Success;
    }

    await BatchRun.RunAsync(Options.Parse(args), stopped.Token);
    return ExitCode.Success;
}
catch (ClientException e)
{
    Log.Write(e.Message);
    return e.ExitCode;
}
catch (OperationCanceledException) when (stopped.IsCancellationRequested)
{
    Log.Write("stopped; a new run continues from here");
    return ExitCode.Terminated;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.Cancel();
}

/// <summary>The exit codes of the process; see the top of this file.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int InvalidOptions = 2;
    public const int StorageDenied = 3;
    public const int WrongOutputFolder = 4;
    public const int PatienceExceeded = 5;
    public const int Terminated = 143;
}

/// <summary>Ends the run with an exit code and a log message.</summary>
internal sealed class ClientException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>Writes log lines to standard output, with UTC timestamps. Prompts, responses and tokens must not be logged.</summary>
internal static class Log
{
    public static void Write(string message) =>
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'} {message}");

    public static string FormatDuration(TimeSpan span) =>
        span.TotalMinutes < 2 ? $"{span.TotalSeconds:0} s"
        : span.TotalHours < 2 ? $"{span.TotalMinutes:0} min"
        : $"{span.TotalHours:0.0} h";
}

/// <summary>JSON with snake_case keys. Non-ASCII characters are not escaped, and null values are omitted.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static T? Deserialize<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options);

    public static T? Deserialize<T>(ref Utf8JsonReader json) => JsonSerializer.Deserialize<T>(ref json, Options);

    public static byte[] Serialize<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}

/// <summary>A bucket and an object name; the name of a folder is empty or ends with a slash.</summary>
internal sealed record StoragePath(string Bucket, string Name)
{
    public static StoragePath Parse(string text) =>
        text[5..].Split('/', 2) is [var bucket, var name] ? new(bucket, name) : new(text[5..], "");

    public StoragePath Child(string name) => this with { Name = Name + name };

    public override string ToString() => $"gs://{Bucket}/{Name}";
}

/// <summary>The command-line options.</summary>
internal sealed class Options(Dictionary<string, string> values)
{
    private static readonly OptionType Object = new("gs://BUCKET/NAME", Matches("^gs://[^/]+/(.*[^/])$"));
    private static readonly OptionType Folder = new("gs://BUCKET/FOLDER/", Matches("^gs://[^/]+(/.*)?$"));
    private static readonly OptionType Address = new("http://HOST:PORT", IsHttpAddress);
    private static readonly OptionType Number = new(
        "NUMBER",
        Matches("^[1-9][0-9]{0,8}$"),
        ", an integer from 1 to 999999999"
    );
    private static readonly OptionType Seconds = new(
        "SECONDS",
        Matches("^(?=.*[1-9])[0-9]{1,7}([.][0-9]{1,3})?$"),
        ", such as 30 or 0.5"
    );
    private static readonly OptionType Flag = new("", _ => true);

    private static readonly Option[] All =
    [
        new("--input", Object, null, "the prompts, one JSON object per line"),
        new("--output", Folder, null, "the folder for results; one folder per input"),
        new("--endpoint", Address, null, "the JetStream server"),
        new("--concurrency", Number, "8", "concurrent requests"),
        new("--max-tokens", Number, "100", "for lines without max_tokens"),
        new("--stream", Flag, "off", "request streamed responses"),
        new("--attempts", Number, "8", "attempts per prompt"),
        new("--request-timeout", Seconds, "600", "timeout of one attempt"),
        new("--patience", Seconds, "3600", "maximum wait for an unavailable server or storage"),
        new("--retry-delay", Seconds, "1", "delay before the first retry; doubles up to 30 times its value"),
        new("--part-results", Number, "500", "results per part"),
        new("--part-seconds", Seconds, "30", "maximum time before a smaller part is uploaded"),
    ];

    private sealed record OptionType(string Placeholder, Func<string, bool> IsValid, string Hint = "");

    private sealed record Option(string Name, OptionType Type, string? Default, string Description);

    public static string Help { get; } =
        "usage: dotnet run batch-client.cs -- OPTIONS"
        + string.Concat(
            All.Select(o =>
                $"\n  {$"{o.Name} {o.Type.Placeholder}", -32}{o.Description} ({(o.Default is null ? "required" : $"default {o.Default}")})"
            )
        );

    public StoragePath Input { get; } = StoragePath.Parse(values["--input"]);
    public StoragePath Output { get; } = StoragePath.Parse(values["--output"].TrimEnd('/') + "/");
    public Uri Endpoint { get; } = new(values["--endpoint"]);
    public int Concurrency { get; } = ParseInt(values["--concurrency"]);
    public int MaxTokens { get; } = ParseInt(values["--max-tokens"]);
    public bool Stream { get; } = values["--stream"] == "on";
    public int Attempts { get; } = ParseInt(values["--attempts"]);
    public TimeSpan RequestTimeout { get; } = ParseSeconds(values["--request-timeout"]);
    public TimeSpan Patience { get; } = ParseSeconds(values["--patience"]);
    public TimeSpan RetryDelay { get; } = ParseSeconds(values["--retry-delay"]);
    public int PartResults { get; } = ParseInt(values["--part-results"]);
    public TimeSpan PartTime { get; } = ParseSeconds(values["--part-seconds"]);

    public static Options Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var option =
                Array.Find(All, o => o.Name == args[i])
                ?? throw Invalid($"unknown option '{args[i]}'. Allowed: {string.Join(", ", All.Select(o => o.Name))}");
            var value = option.Type == Flag ? "on" : args.ElementAtOrDefault(++i) ?? "";
            values[option.Name] = option.Type.IsValid(value)
                ? value
                : throw Invalid(
                    $"invalid value '{value}' for {option.Name}. Allowed: {option.Type.Placeholder}{option.Type.Hint}"
                );
        }

        foreach (var option in All)
        {
            values.TryAdd(
                option.Name,
                option.Default
                    ?? values.GetValueOrDefault(option.Name)
                    ?? throw Invalid($"{option.Name} is required. Add {option.Name} {option.Type.Placeholder}")
            );
        }

        return new(values);
    }

    private static Func<string, bool> Matches(string pattern) => text => Regex.IsMatch(text, pattern);

    private static bool IsHttpAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", PathAndQuery: "/" };

    private static int ParseInt(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan ParseSeconds(string text) =>
        TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

    private static ClientException Invalid(string message) => new(ExitCode.InvalidOptions, message);
}

/// <summary>Exponential backoff with jitter: the delay doubles up to 30 times its first value.</summary>
internal sealed class Backoff(Options options)
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

    /// <summary>Waits for an unavailable service, and ends the run when <c>--patience</c> is exceeded.</summary>
    public Task WaitAsync(string problem, CancellationToken stop) =>
        Elapsed < options.Patience
            ? WaitAsync(stop)
            : throw new ClientException(
                ExitCode.PatienceExceeded,
                $"{problem}; giving up after {Log.FormatDuration(Elapsed)} (--patience)"
            );
}

/// <summary>Access tokens of the pod's service account, cached until shortly before they expire.</summary>
internal sealed class AccessTokens(HttpClient http, string metadataHost)
{
    private const string Path = "computeMetadata/v1/instance/service-accounts/default/token";
    private static readonly TimeSpan ExpiryMargin = TimeSpan.FromMinutes(1);
    private string? _token;
    private long _renewAt;

    public void Invalidate() => _token = null;

    public async Task<string> GetAsync(CancellationToken stop)
    {
        if (_token is { } cached && Environment.TickCount64 < _renewAt)
        {
            return cached;
        }

        var token = await RequestAsync(stop);
        _renewAt =
            Environment.TickCount64 + (long)(TimeSpan.FromSeconds(token.ExpiresIn) - ExpiryMargin).TotalMilliseconds;
        return _token = token.AccessToken;
    }

    private async Task<Token> RequestAsync(CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{metadataHost}/{Path}");
            request.Headers.Add("Metadata-Flavor", "Google");
            using var response = await http.SendAsync(request, stop);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
            {
                throw HasNoToken((int)response.StatusCode);
            }

            var body = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(stop);
            return Json.Deserialize<Token>(body) ?? throw new JsonException("null");
        }
        catch (Exception e)
            when (e is HttpRequestException or JsonException
                || (e is OperationCanceledException && !stop.IsCancellationRequested)
            )
        {
            throw new HttpRequestException($"no token from the metadata server {metadataHost}: {e.Message}", e);
        }
    }

    private static ClientException HasNoToken(int status) =>
        new(
            ExitCode.StorageDenied,
            $"the metadata server has no token for this pod (HTTP {status}): its Kubernetes service account has no IAM access"
        );

    private sealed record Token(string AccessToken, int ExpiresIn);
}

/// <summary>An object with the metadata that identifies its content.</summary>
internal sealed record StoredObject(StoragePath Path, string Generation, long Size, string Crc32c);

/// <summary>Cloud Storage's JSON API. Transient errors (408, 429, 5xx, lost connections) are retried; every request is idempotent.</summary>
internal sealed class Storage : IDisposable
{
    /// <summary>A token may be refused because it has just expired; another one after it should not be.</summary>
    private const int MaxRefusedTokens = 4;

    private readonly Options _options;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly HttpClient _metadata = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };
    private readonly AccessTokens? _tokens;
    private readonly string _baseUrl;

    public Storage(Options options)
    {
        _options = options;
        var emulator = Environment.GetEnvironmentVariable("STORAGE_EMULATOR_HOST");
        var metadataHost = Environment.GetEnvironmentVariable("GCE_METADATA_HOST");
        _baseUrl = emulator switch
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

    /// <summary>Lists the objects directly in a folder, by their names relative to it.</summary>
    public async Task<List<string>> ListAsync(StoragePath folder, CancellationToken stop)
    {
        var names = new List<string>();
        for (string? page = ""; page is not null; )
        {
            var query =
                $"prefix={Uri.EscapeDataString(folder.Name)}&delimiter=%2F&fields=items/name,nextPageToken&pageToken={Uri.EscapeDataString(page)}";
            var request = new Call(HttpMethod.Get, $"{Objects(folder)}?{query}", folder, "storage.objects.list");
            var list = Json.Deserialize<ObjectList>(await SendAsync(request, stop))!;
            names.AddRange((list.Items ?? []).Select(i => i.Name[folder.Name.Length..]));
            page = list.NextPageToken;
        }

        return names;
    }

    public async Task<StoredObject> GetMetadataAsync(StoragePath path, CancellationToken stop)
    {
        var resource = Json.Deserialize<ObjectResource>(await SendAsync(Get(path, ""), stop))!;
        return resource.ContentEncoding != "gzip"
            ? new(path, resource.Generation, long.Parse(resource.Size, CultureInfo.InvariantCulture), resource.Crc32c)
            : throw new ClientException(
                ExitCode.StorageDenied,
                $"{path} is stored with Content-Encoding gzip. Upload it uncompressed"
            );
    }

    public async Task<byte[]> ReadAsync(StoragePath path, CancellationToken stop) =>
        (await SendAsync(Get(path, "?alt=media"), stop))!;

    /// <summary>Reads a range of the given generation of an object.</summary>
    public async Task<byte[]> ReadAsync(StoredObject stored, long offset, int length, CancellationToken stop)
    {
        var call = Get(stored.Path, $"?alt=media&generation={stored.Generation}") with
        {
            Range = new(offset, offset + length - 1),
        };
        return (await SendAsync(call, stop))!;
    }

    /// <summary>Creates an object. Returns false if it exists, which may be the result of a retried upload.</summary>
    public async Task<bool> CreateAsync(StoragePath path, byte[] content, CancellationToken stop)
    {
        var query = $"uploadType=media&ifGenerationMatch=0&name={Uri.EscapeDataString(path.Name)}";
        var address = $"{_baseUrl}/upload/storage/v1/b/{path.Bucket}/o?{query}";
        return await SendAsync(new(HttpMethod.Post, address, path, "storage.objects.create", content), stop)
            is not null;
    }

    public void Dispose()
    {
        _http.Dispose();
        _metadata.Dispose();
    }

    private string Objects(StoragePath path) => $"{_baseUrl}/storage/v1/b/{path.Bucket}/o";

    private Call Get(StoragePath path, string query) =>
        new(HttpMethod.Get, $"{Objects(path)}/{Uri.EscapeDataString(path.Name)}{query}", path, "storage.objects.get");

    /// <summary>Returns the response body, or null if the object of <see cref="CreateAsync"/> exists.</summary>
    private async Task<byte[]?> SendAsync(Call call, CancellationToken stop)
    {
        var backoff = new Backoff(_options);
        for (var refusedTokens = 0; ; )
        {
            string problem;
            try
            {
                using var request = call.ToRequest();
                request.Headers.Authorization = _tokens is null ? null : new("Bearer", await _tokens.GetAsync(stop));
                using var response = await _http.SendAsync(request, stop);
                var body = await response.Content.ReadAsByteArrayAsync(stop);
                problem = $"HTTP {(int)response.StatusCode}";
                switch ((int)response.StatusCode)
                {
                    case 200 or 206 when call.Length is { } length && body.Length != length:
                        problem = $"received {body.Length} bytes instead of {length}";
                        break;
                    case 200 or 206:
                        return body;
                    case 412:
                        return null;
                    case 401 when ++refusedTokens < MaxRefusedTokens:
                        _tokens?.Invalidate();
                        break;
                    case not (408 or 429 or >= 500) and var status:
                        throw Rejected(status, call, body);
                }
            }
            catch (Exception e)
                when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
            {
                problem = e.Message;
            }

            Log.Write($"{call.Path}: {problem}; retrying");
            await backoff.WaitAsync($"{call.Path}: {problem}", stop);
        }
    }

    private static ClientException Rejected(int status, Call call, byte[] body)
    {
        var advice = status switch
        {
            401 or 403 =>
                $"grant {call.Permission} to this client's service account (takes a few minutes to take effect) or correct the name",
            404 => "create it or correct the name; if it was replaced during the run, run again",
            _ => "unexpected status",
        };
        return new(
            ExitCode.StorageDenied,
            $"{call.Path}: Cloud Storage returned HTTP {status}: {advice}. {ErrorBody.Summarize(body)}"
        );
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

        public long? Length => Range?.To - Range?.From + 1;

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

/// <summary>The body of an error response, shortened to one line.</summary>
internal static class ErrorBody
{
    private const int MaxLength = 500;

    public static string Summarize(byte[] body)
    {
        var text = Regex.Replace(Encoding.UTF8.GetString(body), @"\s+", " ").Trim();
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }
}

/// <summary>One line of the input, without surrounding blanks.</summary>
/// <param name="Number">The number of the line.</param>
/// <param name="Bytes">Its bytes, or null if it is longer than <see cref="LineBuffer.MaxBytes"/>.</param>
internal sealed record InputLine(int Number, byte[]? Bytes);

/// <summary>Collects the pieces of a line without its surrounding blanks, and of a line that is too long only the beginning.</summary>
internal sealed class LineBuffer
{
    /// <summary>The maximum length of a line without surrounding blanks.</summary>
    public const int MaxBytes = 1 << 20;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private bool _isTooLong;

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    public bool IsBlank => _bytes.WrittenCount == 0;

    public void Append(ReadOnlySpan<byte> piece)
    {
        piece = IsBlank ? piece.TrimStart(Blanks) : piece;
        var fitting = Math.Min(piece.Length, MaxBytes - _bytes.WrittenCount);
        _bytes.Write(piece[..fitting]);
        _isTooLong |= !piece[fitting..].Trim(Blanks).IsEmpty;
    }

    /// <summary>Returns the line, or null if it is too long.</summary>
    public byte[]? ToArray() => _isTooLong ? null : _bytes.WrittenSpan.TrimEnd(Blanks).ToArray();

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _isTooLong = false;
    }
}

/// <summary>Reads the lines of the input in chunks, so that a failed download repeats only one chunk.</summary>
internal sealed class InputReader(Storage storage, StoredObject input)
{
    private const int ChunkBytes = 4 << 20;
    private readonly LineBuffer _line = new();

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Non-blank lines read so far.</summary>
    public int PromptCount { get; private set; }

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Returns the lines in order, without blank and completed lines.</summary>
    public async IAsyncEnumerable<InputLine> ReadAsync(
        Func<int, bool> isDone,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        for (var number = 1; Position < input.Size; )
        {
            var chunk = await ReadChunkAsync(stop);
            while (!chunk.IsEmpty)
            {
                var end = chunk.Span.IndexOf((byte)'\n');
                var piece = chunk[..(end < 0 ? chunk.Length : end + 1)];
                _line.Append(piece.Span);
                chunk = chunk[piece.Length..];
                Position += piece.Length;
                if (end < 0 && Position < input.Size)
                {
                    continue;
                }

                PromptCount += _line.IsBlank ? 0 : 1;
                if (!_line.IsBlank && !isDone(number))
                {
                    yield return new(number, _line.ToArray());
                }

                _line.Clear();
                number++;
            }
        }
    }

    /// <summary>Reads the next chunk. The byte order mark at the beginning of the input belongs to no line.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadChunkAsync(CancellationToken stop)
    {
        var length = (int)Math.Min(ChunkBytes, input.Size - Position);
        ReadOnlyMemory<byte> chunk = await storage.ReadAsync(input, Position, length, stop);
        if (Position > 0 || !chunk.Span.StartsWith(ByteOrderMark))
        {
            return chunk;
        }

        Position = ByteOrderMark.Length;
        return chunk[ByteOrderMark.Length..];
    }
}

/// <summary>A line of the input, and the request for it unless the line is invalid.</summary>
/// <param name="Line">The number of the line.</param>
/// <param name="Id">The id to copy to the result.</param>
/// <param name="Request">The body of the request; empty if the line is invalid.</param>
/// <param name="Error">Why the line is invalid.</param>
internal sealed record Prompt(int Line, JsonElement? Id, byte[] Request, string? Error)
{
    /// <summary>Parses a line. If it contains a key twice, the last value counts.</summary>
    public static Prompt Parse(InputLine line, Options options)
    {
        try
        {
            Require(line.Bytes is not null, "the line is longer than 1 MiB");
            Require(Utf8.IsValid(line.Bytes), "the line is not valid UTF-8");
            var content = Content.Parse(line.Bytes);
            Require(content.Text is not null, "the line has no prompt");
            Require(!string.IsNullOrWhiteSpace(content.Text), "the prompt is blank");
            var request = new GenerateRequest(content.Text!, content.MaxTokens ?? options.MaxTokens, options.Stream);
            return new(line.Number, content.Id, Json.Serialize(request), null);
        }
        catch (FormatException e)
        {
            return new(line.Number, null, [], e.Message);
        }
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new FormatException(problem);
        }
    }

    /// <summary>The known keys of a line. Ignored values are not decoded and may be nested to any depth.</summary>
    private sealed record Content(string? Text, int? MaxTokens, JsonElement? Id)
    {
        private const int MaxIdBytes = 1024;
        private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

        public static Content Parse(ReadOnlySpan<byte> json)
        {
            var reader = new Utf8JsonReader(json, AnyDepth);
            try
            {
                reader.Read();
                Require(reader.TokenType == JsonTokenType.StartObject, "the line is not a JSON object");
                var content = ParseObject(ref reader);
                reader.Read(); // Fails if anything follows the object.
                return content;
            }
            catch (JsonException)
            {
                throw new FormatException("the line is not valid JSON");
            }
        }

        private static Content ParseObject(ref Utf8JsonReader reader)
        {
            var content = new Content(null, null, null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = GetString(ref reader);
                reader.Read();
                content = key switch
                {
                    "prompt" => content with { Text = ParseText(ref reader) },
                    "max_tokens" => content with { MaxTokens = ParseMaxTokens(ref reader) },
                    "id" => content with { Id = ParseId(ref reader) },
                    _ => content,
                };
                reader.Skip();
            }

            return content;
        }

        private static string? ParseText(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return null;
            }

            Require(reader.TokenType == JsonTokenType.String, "prompt must be a string");
            return GetString(ref reader) ?? throw new FormatException("prompt contains an unpaired surrogate");
        }

        private static int? ParseMaxTokens(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return null;
            }

            var value = 0;
            var isInteger = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value);
            Require(isInteger && value > 0, "max_tokens must be an integer from 1 to 2147483647");
            return value;
        }

        private static JsonElement? ParseId(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return null;
            }

            var isString = reader.TokenType == JsonTokenType.String;
            Require(isString || reader.TokenType == JsonTokenType.Number, "id must be a string or a number");
            Require(reader.ValueSpan.Length <= MaxIdBytes, "id is longer than 1024 bytes");
            Require(!isString || GetString(ref reader) is not null, "id contains an unpaired surrogate");
            return JsonElement.ParseValue(ref reader);
        }

        /// <summary>Decodes a string or a key. Returns null if it contains an unpaired surrogate, which UTF-8 cannot represent.</summary>
        private static string? GetString(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}

/// <summary>Limits the total size of the requests that are processed at the same time, whatever <c>--concurrency</c> is.</summary>
internal sealed class RequestBudget : IDisposable
{
    private const int TotalKiB = 32 << 10;
    private readonly SemaphoreSlim _freeKiB = new(TotalKiB);

    /// <summary>Waits until the budget has room for a request. It must not be called concurrently.</summary>
    public async Task AcquireAsync(Prompt prompt, CancellationToken stop)
    {
        for (var missing = KiB(prompt); missing > 0; missing--)
        {
            await _freeKiB.WaitAsync(stop);
        }
    }

    public void Release(Prompt prompt) => _freeKiB.Release(KiB(prompt));

    public void Dispose() => _freeKiB.Dispose();

    private static int KiB(Prompt prompt) => 1 + prompt.Request.Length / 1024;
}

/// <summary>One line of the output.</summary>
internal sealed record Result(int Line, JsonElement? Id, string? Response, string? Error);

/// <summary>A failed attempt of a prompt.</summary>
/// <param name="kind">The kind of failure, for the log.</param>
/// <param name="detail">More details, for the result.</param>
/// <param name="reached">Whether the request reached the server.</param>
/// <param name="permanent">Whether a retry would fail in the same way.</param>
internal sealed class AttemptException(string kind, string? detail = null, bool reached = true, bool permanent = false)
    : Exception(detail is null ? kind : $"{kind}: {detail}")
{
    public string Kind { get; } = kind;
    public bool Reached { get; } = reached;
    public bool IsPermanent { get; } = permanent;
}

/// <summary>The body of a request to JetStream.</summary>
internal sealed record GenerateRequest(string Prompt, int MaxTokens, bool Stream);

/// <summary>JetStream's HTTP API.</summary>
internal sealed class JetStreamClient(Options options) : IDisposable
{
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            // uvicorn closes idle connections after 5 seconds.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
            // A Service balances connections, not requests: reconnect to reach new replicas.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        }
    )
    {
        BaseAddress = options.Endpoint,
        MaxResponseContentBufferSize = 64 << 20,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Succeeds if the server is healthy and answers a probe prompt.</summary>
    public async Task ProbeAsync(CancellationToken stop)
    {
        await SendAsync(HttpMethod.Get, "healthcheck", null, HealthTimeout, stop);
        await SendRequestAsync(Json.Serialize(new GenerateRequest("Hello", 1, options.Stream)), stop);
    }

    /// <summary>Returns the response to a prompt, which is never blank.</summary>
    public async Task<string> GenerateAsync(Prompt prompt, CancellationToken stop)
    {
        var response = await SendRequestAsync(prompt.Request, stop);
        return string.IsNullOrWhiteSpace(response) ? throw new AttemptException("blank response") : response;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SendRequestAsync(byte[] request, CancellationToken stop)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new("application/json");
        var body = await SendAsync(HttpMethod.Post, "generate", content, options.RequestTimeout, stop);
        try
        {
            return options.Stream
                ? JoinChunks(body)
                : Json.Deserialize<GenerateResponse>(body)?.Response
                    ?? throw new AttemptException("response without text");
        }
        catch (JsonException)
        {
            throw new AttemptException("truncated or malformed response");
        }
    }

    /// <summary>Joins the texts of a streamed response, which is a sequence of JSON objects.</summary>
    private static string JoinChunks(byte[] body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { AllowMultipleValues = true });
        var text = new StringBuilder();
        while (reader.Read())
        {
            text.Append(
                Json.Deserialize<StreamChunk>(ref reader)?.Text
                    ?? throw new AttemptException("streamed chunk without text")
            );
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
            using var response = await _http.SendAsync(request, timeout.Token);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            var type = response.Content.Headers.ContentType?.MediaType ?? "missing";
            return response.StatusCode != HttpStatusCode.OK ? throw Rejected((int)response.StatusCode, body)
                : type != "application/json" ? throw new AttemptException("wrong content type", type)
                : body;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new AttemptException("timeout", $"no complete response within {limit.TotalSeconds:0.###} s");
        }
        catch (HttpRequestException e)
        {
            throw e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                ? new AttemptException("unreachable", e.Message, reached: false)
                : new AttemptException("connection lost", e.InnerException?.Message);
        }
    }

    private static AttemptException Rejected(int status, byte[] body) =>
        new(
            $"HTTP {status}",
            ErrorBody.Summarize(body),
            reached: status is not (502 or 503 or 504),
            permanent: status is >= 400 and < 500 and not (408 or 429)
        );

    private sealed record GenerateResponse(string? Response);

    private sealed record StreamChunk(string? Text);
}

/// <summary>Distinguishes an unavailable server from a failing prompt: after a failure, every caller waits here before it retries.</summary>
internal sealed class HealthGate(JetStreamClient server, Options options) : IDisposable
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private long _lastHealthyAt = long.MinValue;
    private bool _wasUnavailable;

    /// <summary>Waits for a successful probe that started after this call. Returns whether the server was unavailable.</summary>
    public async Task<bool> WaitUntilHealthyAsync(CancellationToken stop)
    {
        var calledAt = Stopwatch.GetTimestamp();
        await _mutex.WaitAsync(stop);
        try
        {
            if (_lastHealthyAt < calledAt)
            {
                _wasUnavailable = await ProbeUntilHealthyAsync(stop);
            }

            return _wasUnavailable;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public void Dispose() => _mutex.Dispose();

    private async Task<bool> ProbeUntilHealthyAsync(CancellationToken stop)
    {
        var backoff = new Backoff(options);
        for (var unavailable = false; ; unavailable = true)
        {
            var startedAt = Stopwatch.GetTimestamp();
            try
            {
                await server.ProbeAsync(stop);
                _lastHealthyAt = startedAt;
                if (unavailable)
                {
                    Log.Write($"the server is available again after {Log.FormatDuration(backoff.Elapsed)}");
                }

                return unavailable;
            }
            catch (AttemptException e)
            {
                if (!unavailable)
                {
                    Log.Write(
                        $"the server is unavailable ({e.Kind}); waiting up to {Log.FormatDuration(options.Patience)}"
                    );
                }

                await backoff.WaitAsync($"{options.Endpoint} is unavailable: {e.Message}", stop);
            }
        }
    }
}

/// <summary>The output folder: the parts, and which lines have a result in them.</summary>
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

    public bool HasResult(int line)
    {
        lock (_lock)
        {
            return line < _done.Length && _done[line];
        }
    }

    /// <summary>Claims the folder for an input and reads its parts. Returns whether the run is complete.</summary>
    public async Task<bool> OpenAsync(StoredObject input, CancellationToken stop)
    {
        var names = await storage.ListAsync(folder, stop);
        var parts = names.Select(PartNumber).OfType<int>().Order().ToList();
        var claimed = names.Contains(InputName);
        if (!claimed && (parts.Count > 0 || names.Contains(DoneName)))
        {
            throw WrongFolder($"{folder} has results but no {InputName}");
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

    /// <summary>Uploads results as the next part, without those that other parts contain.</summary>
    public async Task SaveAsync(IReadOnlyList<Result> results, CancellationToken stop)
    {
        for (var number = 1; ; number++)
        {
            if (_parts.Contains(number))
            {
                continue;
            }

            var missing = results.Where(r => !HasResult(r.Line)).ToList();
            if (missing.Count == 0)
            {
                return;
            }

            byte[] content = [.. missing.SelectMany(r => (byte[])[.. Json.Serialize(r), (byte)'\n'])];
            if (await storage.CreateAsync(Part(number), content, stop))
            {
                Record(number, missing);
                return;
            }

            await ReadPartAsync(number, stop);
        }
    }

    /// <summary>Writes the totals. Every prompt of the input must have a result.</summary>
    public async Task FinishAsync(StoredObject input, int prompts, CancellationToken stop)
    {
        if (Answered + Failed != prompts)
        {
            throw WrongFolder($"{folder} has {Answered + Failed} results for {prompts} prompts");
        }

        var totals = new Totals(input.Path.ToString(), prompts, Answered, Failed, Parts);
        await storage.CreateAsync(folder.Child(DoneName), Json.Serialize(totals), stop);
    }

    private async Task ClaimAsync(StoragePath claim, StoredObject input, bool claimed, CancellationToken stop)
    {
        var expected = new Claim(input.Path.ToString(), input.Generation, input.Size, input.Crc32c);
        if (!claimed && await storage.CreateAsync(claim, Json.Serialize(expected), stop))
        {
            return;
        }

        var actual = ParseOwn<Claim>(await storage.ReadAsync(claim, stop), claim);
        if ((actual.Size, actual.Crc32c) != (expected.Size, expected.Crc32c))
        {
            throw WrongFolder($"{folder} belongs to {actual.Input}, whose content differs from {expected.Input}");
        }
    }

    private async Task ReadPartAsync(int number, CancellationToken stop)
    {
        var content = await storage.ReadAsync(Part(number), stop);
        var results = new List<Result>();
        foreach (var range in content.AsSpan().TrimEnd((byte)'\n').Split((byte)'\n'))
        {
            results.Add(ParseOwn<Result>(content.AsSpan(range), Part(number)) with { Response = null });
        }

        Record(number, results);
    }

    private void Record(int number, List<Result> results)
    {
        foreach (var (line, _, _, error) in results)
        {
            lock (_lock)
            {
                _done.Length = line < _done.Length ? _done.Length : Math.Max(line + 1, _done.Length * 2);
                if (line < 1 || _done[line])
                {
                    throw WrongFolder($"{Part(number)} contains a second result for line {line}");
                }

                _done[line] = true;
            }

            _ = error is null ? Answered++ : Failed++;
        }

        _parts.Add(number);
    }

    private static T ParseOwn<T>(ReadOnlySpan<byte> json, StoragePath path)
    {
        try
        {
            return Json.Deserialize<T>(json) ?? throw WrongFolder($"{path} was not written by this client");
        }
        catch (JsonException)
        {
            throw WrongFolder($"{path} was not written by this client");
        }
    }

    private StoragePath Part(int number) => folder.Child($"part-{number:D6}.jsonl");

    private static int? PartNumber(string name) =>
        Regex.Match(name, "^part-([0-9]{6,9})[.]jsonl$") is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    private static ClientException WrongFolder(string problem) =>
        new(ExitCode.WrongOutputFolder, $"{problem}. Choose another output folder");

    private sealed record Claim(string Input, string Generation, long Size, string Crc32c);

    private sealed record Totals(string Input, int Prompts, int Answered, int Failed, int Parts);
}

/// <summary>One run: reads lines, sends prompts to the server, and uploads results in parts.</summary>
internal sealed class BatchRun(
    Options options,
    OutputFolder output,
    InputReader reader,
    RequestBudget budget,
    JetStreamClient server,
    HealthGate gate
)
{
    private const int PartCharacters = 4 << 20;
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(20);
    private readonly Progress _progress = new(output.Answered + output.Failed);

    public static async Task RunAsync(Options options, CancellationToken stop)
    {
        using var storage = new Storage(options);
        using var server = new JetStreamClient(options);
        using var gate = new HealthGate(server, options);
        var output = new OutputFolder(storage, options.Output);
        var input = await storage.GetMetadataAsync(options.Input, stop);
        if (await output.OpenAsync(input, stop))
        {
            Log.Write($"nothing to do: {options.Output} has a result for every prompt");
            return;
        }

        Log.Write($"{options.Input}: {input.Size} bytes; {output.Parts} parts with results exist");
        using var budget = new RequestBudget();
        var reader = new InputReader(storage, input);
        await new BatchRun(options, output, reader, budget, server, gate).RunAsync(input.Size, stop);
        await output.FinishAsync(input, reader.PromptCount, stop);
        Log.Write($"done: {output.Answered} answered, {output.Failed} failed, {output.Parts} parts");
    }

    private async Task RunAsync(long bytes, CancellationToken stop)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var flush = new CancellationTokenSource();
        using var flushing = halt.Token.Register(() => flush.CancelAfter(FlushTimeout));
        var results = Channel.CreateBounded<Result>(options.PartResults);
        await Task.WhenAll(
            CancelOnFailureAsync(ProcessInputAsync(results.Writer, halt.Token), halt),
            CancelOnFailureAsync(UploadResultsAsync(results.Reader, bytes, flush.Token), halt)
        );
    }

    /// <summary>Cancels the other task if this one fails.</summary>
    private static async Task CancelOnFailureAsync(Task task, CancellationTokenSource halt)
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

    private async Task ProcessInputAsync(ChannelWriter<Result> results, CancellationToken stop)
    {
        try
        {
            // Probe the server only if there is a prompt to send.
            var ready = new Lazy<Task>(() => gate.WaitUntilHealthyAsync(stop));
            await Parallel.ForEachAsync(
                ReadPromptsAsync(stop),
                new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = stop },
                async (prompt, token) =>
                {
                    await ready.Value;
                    await results.WriteAsync(await AnswerAsync(prompt, token), token);
                    budget.Release(prompt);
                }
            );
        }
        finally
        {
            results.Complete();
        }
    }

    /// <summary>Reads the prompts without a result. Only their requests stay in memory, not their lines.</summary>
    private async IAsyncEnumerable<Prompt> ReadPromptsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var line in reader.ReadAsync(output.HasResult, stop))
        {
            var prompt = Prompt.Parse(line, options);
            await budget.AcquireAsync(prompt, stop);
            yield return prompt;
        }
    }

    private async Task<Result> AnswerAsync(Prompt prompt, CancellationToken stop)
    {
        if (prompt.Error is not null)
        {
            return new(prompt.Line, null, null, prompt.Error);
        }

        var backoff = new Backoff(options);
        for (var attempts = 0; ; )
        {
            try
            {
                return new(prompt.Line, prompt.Id, await server.GenerateAsync(prompt, stop), null);
            }
            catch (AttemptException e)
            {
                var wasUnavailable = await gate.WaitUntilHealthyAsync(stop);
                attempts += e.Reached || !wasUnavailable ? 1 : 0;
                if (attempts == options.Attempts || e.IsPermanent)
                {
                    return new(prompt.Line, prompt.Id, null, $"{e.Message} (attempt {attempts} of {options.Attempts})");
                }

                _progress.CountRetry(e.Kind);
            }

            await backoff.WaitAsync(stop);
        }
    }

    private async Task UploadResultsAsync(ChannelReader<Result> results, long bytes, CancellationToken flush)
    {
        while (await results.WaitToReadAsync(flush))
        {
            var part = await CollectAsync(results, flush);
            await output.SaveAsync(part, flush);
            Log.Write(_progress.Add(part, reader, bytes));
        }
    }

    /// <summary>Collects results until a part is full, its time is up, or the run ends.</summary>
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
            // Upload the results collected so far.
        }

        return part;
    }
}

/// <summary>Progress of the run, for the log.</summary>
internal sealed class Progress(int previousResults)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly SortedDictionary<string, int> _retries = new(StringComparer.Ordinal);
    private int _results;
    private int _failed;

    public void CountRetry(string kind)
    {
        lock (_lock)
        {
            _retries[kind] = _retries.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Adds a part and returns a log line. The total is an estimate until the whole input has been read.</summary>
    public string Add(List<Result> part, InputReader reader, long bytes)
    {
        _results += part.Count;
        _failed += part.Count(r => r.Error is not null);
        var rate = Math.Max(1, _results) / _time.Elapsed.TotalSeconds;
        var total = reader.PromptCount * (double)bytes / reader.Position;
        var remaining = Log.FormatDuration(
            TimeSpan.FromSeconds(Math.Clamp((total - previousResults - _results) / rate, 0, 1e9))
        );
        lock (_lock)
        {
            var retries = _retries.Count == 0 ? "none" : string.Join(", ", _retries.Select(r => $"{r.Key}: {r.Value}"));
            return $"{previousResults + _results} of about {total:0} results; {_failed} failed; {rate:0.0}/s; about {remaining} left; retries: {retries}";
        }
    }
}
