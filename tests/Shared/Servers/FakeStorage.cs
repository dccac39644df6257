using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Tests.Shared.Servers;

/// <summary>A fault of one call to Cloud Storage.</summary>
internal enum StorageFault
{
    None,
    Unavailable,
    TooMany,
    Reset,
    Truncated,

    /// <summary>The call takes effect, but its answer is lost.</summary>
    AnswerLost,
    Denied,
    Unauthorized,

    /// <summary>The answer is complete, but has a byte less than was asked for.</summary>
    Short,
}

/// <summary>One call to storage.</summary>
/// <param name="Action">list, find, read or create.</param>
/// <param name="Name">The object's name, or the prefix of a list.</param>
/// <param name="Number">How many calls there have been, from 1.</param>
internal sealed record StorageCall(string Action, string Name, int Number);

/// <summary>
/// Cloud Storage's JSON API over buckets in memory, and the metadata server that hands out its tokens; with faults by plan. Objects can also
/// be read as by the XML API, at <c>/BUCKET/NAME</c>.
/// </summary>
internal sealed partial class FakeStorage : IAsyncDisposable
{
    private const int PageSize = 7;
    private readonly ConcurrentDictionary<string, (byte[] Content, long Generation)> _objects = new(
        StringComparer.Ordinal
    );
    private readonly LocalServer _server;
    private int _calls;
    private int _faults;
    private int _tokens;
    private long _generation = 1000;

    public FakeStorage(IPEndPoint? endpoint = null) => _server = new(AnswerAsync, endpoint);

    public string Address => _server.Address;

    /// <summary>Which fault a call meets.</summary>
    public Func<StorageCall, StorageFault> Plan { get; set; } = _ => StorageFault.None;

    /// <summary>The lifetime of tokens; null if none are required.</summary>
    public TimeSpan? TokenLife { get; set; }

    /// <summary>After how many calls a token is refused, even before it expires.</summary>
    public int CallsPerToken { get; set; } = int.MaxValue;

    /// <summary>How many tokens were handed out.</summary>
    public int Tokens => _tokens;

    /// <summary>Faults met, so far.</summary>
    public int Faults => _faults;

    /// <summary>Every call, in order.</summary>
    public ConcurrentQueue<StorageCall> Calls { get; } = [];

    private int CallsOfToken { get; set; }

    public Task StartAsync() => _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Puts an object, as a user would, over any that is there.</summary>
    public void Put(string path, byte[] content) => _objects[path] = (content, Interlocked.Increment(ref _generation));

    public void Remove(string path) => Require(_objects.TryRemove(path, out _), $"no such object: {path}");

    public bool Has(string path) => _objects.ContainsKey(path);

    public string Text(string path) => Encoding.UTF8.GetString(_objects[path].Content);

    /// <summary>The objects below a path, in the order of their names.</summary>
    public IReadOnlyList<string> Names(string prefix) =>
        [.. _objects.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/computeMetadata", StringComparison.Ordinal))
        {
            await TokenAsync(context);
            return;
        }

        // The encoded path: names have slashes in them.
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var match = Target().Match(target);
        var bucket = match.Groups["bucket"].Value;
        var name = Uri.UnescapeDataString(match.Groups["name"].Value);
        var query = context.Request.Query;
        var call = match switch
        {
            { Success: false } => throw new InvalidOperationException($"Cloud Storage has no {target}."),
            _ when match.Groups["upload"].Success => new StorageCall("create", query["name"].ToString(), NextCall()),
            _ when name.Length == 0 => new("list", query["prefix"].ToString(), NextCall()),
            _ when query["alt"] == "media" || match.Groups["xml"].Success => new("read", name, NextCall()),
            _ => new("find", name, NextCall()),
        };
        Calls.Enqueue(call);
        await RespondAsync(context, call, bucket);
    }

    private int NextCall() => Interlocked.Increment(ref _calls);

    private async Task RespondAsync(HttpContext context, StorageCall call, string bucket)
    {
        if (TokenLife is not null && !IsAuthorized(context))
        {
            await FailAsync(context, 401, "Invalid Credentials");
            return;
        }

        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var fault = Plan(call);
        Interlocked.Add(ref _faults, fault == StorageFault.None ? 0 : 1);
        switch (fault)
        {
            case StorageFault.Unavailable:
                await FailAsync(context, 503, "We encountered an internal error. Please try again.");
                return;
            case StorageFault.Unauthorized:
                await FailAsync(context, 401, "Invalid Credentials");
                return;
            case StorageFault.TooMany:
                await FailAsync(context, 429, "Too many requests");
                return;
            case StorageFault.Denied:
                await FailAsync(
                    context,
                    403,
                    $"batch@example.iam.gserviceaccount.com does not have access to {call.Name}."
                );
                return;
            case StorageFault.Reset:
                context.Abort();
                return;
        }

        var (status, content) = Execute(context, call, $"{bucket}/{call.Name}", body.ToArray());
        if (fault == StorageFault.AnswerLost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (fault == StorageFault.Truncated)
        {
            await LocalServer.TruncateAsync(context, content);
            return;
        }

        content = fault == StorageFault.Short ? content[..^1] : content;
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content);
    }

    private (int Status, byte[] Content) Execute(HttpContext context, StorageCall call, string path, byte[] body)
    {
        var known = _objects.TryGetValue(path, out var found);
        switch (call.Action)
        {
            case "list":
                return (200, Json(List(path, context.Request.Query["pageToken"].ToString())));
            case "create":
                Require(context.Request.Query["ifGenerationMatch"] == "0", "objects are created and never overwritten");
                var added = _objects.TryAdd(path, (body, Interlocked.Increment(ref _generation)));
                return added ? (200, Json(Resource(path))) : (412, Error(412, "conditionNotMet"));
            case "find":
                return known ? (200, Json(Resource(path))) : (404, Error(404, $"No such object: {path}"));
            default:
                var asked = context.Request.Query["generation"].ToString();
                return known && (asked.Length == 0 || asked == $"{found.Generation}")
                    ? Ranged(context, found.Content)
                    : (404, Error(404, $"No such object: {path}"));
        }
    }

    // A page begins after the last name of the one before, so that an object that is added in between repeats and hides no other.
    private JsonObject List(string path, string page)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal) + 1;
        var names = Names(path)
            .Where(n => !n[path.Length..].Contains('/', StringComparison.Ordinal))
            .Select(n => n[slash..])
            .Where(n => string.CompareOrdinal(n, page) > 0)
            .ToList();
        var list = new JsonObject();
        if (names.Count > 0)
        {
            list["items"] = new JsonArray([.. names.Take(PageSize).Select(n => new JsonObject { ["name"] = n })]);
        }

        if (names.Count > PageSize)
        {
            list["nextPageToken"] = names[PageSize - 1];
        }

        return list;
    }

    private JsonObject Resource(string path)
    {
        var (content, generation) = _objects[path];
        return new()
        {
            ["name"] = path,
            ["generation"] = $"{generation}",
            ["size"] = $"{content.Length}",
            ["crc32c"] = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(content), 0, 4),
        };
    }

    private static (int Status, byte[] Content) Ranged(HttpContext context, byte[] content)
    {
        if (context.Request.GetTypedHeaders().Range?.Ranges.Single() is not RangeItemHeaderValue range)
        {
            return (200, content);
        }

        return (206, content[(int)range.From!..Math.Min(content.Length, (int)range.To! + 1)]);
    }

    private bool IsAuthorized(HttpContext context)
    {
        lock (Calls)
        {
            return context.Request.Headers.Authorization == $"Bearer token-{_tokens}"
                && ++CallsOfToken <= CallsPerToken;
        }
    }

    private async Task TokenAsync(HttpContext context)
    {
        Require(context.Request.Headers["Metadata-Flavor"] == "Google", "the metadata server requires its header");
        JsonObject token;
        lock (Calls)
        {
            CallsOfToken = 0;
            token = new()
            {
                ["access_token"] = $"token-{++_tokens}",
                ["expires_in"] = (int)TokenLife!.Value.TotalSeconds,
            };
        }

        await context.Response.Body.WriteAsync(Json(token));
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private static async Task FailAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        await context.Response.Body.WriteAsync(Error(status, message));
    }

    private static byte[] Error(int code, string message) =>
        Json(
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );

    private static byte[] Json(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    [GeneratedRegex(
        @"^(?<upload>/upload)?/storage/v1/b/(?<bucket>[^/?]+)/o(?:/(?<name>[^?/]+))?(?:\?|$)|^(?<xml>/)(?!storage/|upload/)(?<bucket>[^/?]+)/(?<name>[^?]+)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Target();
}
