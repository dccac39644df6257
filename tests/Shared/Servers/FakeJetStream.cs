using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tests.Shared.Servers;

/// <summary>What goes wrong with one request to the server.</summary>
internal enum ServerFault
{
    None,
    Error,
    Unavailable,
    Invalid,
    Reset,

    /// <summary>The connection ends amid the answer.</summary>
    Truncated,

    /// <summary>The answer ends amid its JSON.</summary>
    Cut,
    Slow,
    Html,
    NoResponse,
    Blank,
}

/// <summary>A prompt as it came in.</summary>
/// <param name="Text">The prompt.</param>
/// <param name="MaxTokens">The maximum length of the response in tokens.</param>
/// <param name="Attempt">How often this prompt has been sent, from 1.</param>
internal sealed record PromptRequest(string Text, int MaxTokens, int Attempt);

/// <summary>JetStream's HTTP API, with faults by plan.</summary>
internal sealed class FakeJetStream : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, IndentSize = 4 };
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly LocalServer _server;
    private int _requests;
    private int _faults;
    private volatile int _refusals;

    public FakeJetStream(IPEndPoint? endpoint = null) => _server = new(AnswerAsync, endpoint);

    public string Endpoint => "http://" + _server.Address;

    /// <summary>Which fault a request meets.</summary>
    public Func<PromptRequest, ServerFault> Plan { get; set; } = _ => ServerFault.None;

    /// <summary>What happens when a request comes in, before it is answered.</summary>
    public Func<int, Task> OnRequest { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the model is loaded: until then, the HTTP server runs and answers 500.</summary>
    public bool Loaded { get; set; } = true;

    /// <summary>Whether every request, even the client's own, is answered by 500 although the server calls itself healthy.</summary>
    public bool FailsPrompts { get; set; }

    /// <summary>Requests with prompts of the input, so far.</summary>
    public int Requests => _requests;

    /// <summary>Faults met, so far.</summary>
    public int Faults => _faults;

    /// <summary>The most requests that were in progress at once.</summary>
    public int Peak { get; private set; }

    private int UnderWay { get; set; }

    public int AttemptsOf(string prompt) => _asked.GetValueOrDefault(prompt);

    public static string AnswerTo(string prompt) => $"Answer to “{prompt}”";

    public Task StartAsync() => _server.StartAsync();

    /// <summary>From now on answers only the first requests. Returns a task that ends when so many of the others hang.</summary>
    public Task HangAfter(int answered, int hanging = 1)
    {
        var hangs = new TaskCompletionSource();
        OnRequest = n =>
        {
            if (n == answered + hanging)
            {
                hangs.TrySetResult();
            }

            return n <= answered ? Task.CompletedTask : Task.Delay(Timeout.Infinite);
        };
        return hangs.Task;
    }

    public Task StopAsync() => _server.StopAsync();

    /// <summary>Stops for the given time, restarts without the model, and reports it as loaded after the client has seen that it is not.</summary>
    public async Task RestartAsync(TimeSpan time)
    {
        await StopAsync();
        await Task.Delay(time);
        Loaded = false;
        var refusals = _refusals;
        await StartAsync();
        await Wait.UntilAsync(() => _refusals > refusals);
        Loaded = true;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var answer = (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/healthcheck") when !Loaded => RefuseHealthAsync(context),
            ("GET", "/healthcheck") => JsonAsync(
                context,
                new JsonObject { ["response"] = new JsonObject { ["is_live"] = true } }
            ),
            ("POST", "/generate") when !Loaded || FailsPrompts => FailAsync(
                context,
                500,
                "failed to connect to all addresses"
            ),
            ("POST", "/generate") => GenerateAsync(context),
            _ => FailAsync(context, 404, "Not Found"),
        };
        await answer;
    }

    private Task RefuseHealthAsync(HttpContext context)
    {
        Interlocked.Increment(ref _refusals);
        return FailAsync(context, 500, "Healthcheck failed");
    }

    private async Task GenerateAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var text = (string)body["prompt"]!;
        var maxTokens = (int)body["max_tokens"]!;
        var streams = (bool?)body["stream"] ?? false;
        if (text == "Hello" && maxTokens == 1)
        {
            await SucceedAsync(context, "", streams);
            return;
        }

        lock (_asked)
        {
            Peak = Math.Max(Peak, ++UnderWay);
        }

        try
        {
            await OnRequest(Interlocked.Increment(ref _requests));
            var request = new PromptRequest(text, maxTokens, _asked.AddOrUpdate(text, 1, (_, times) => times + 1));
            await RespondAsync(context, Plan(request), request, streams);
        }
        finally
        {
            lock (_asked)
            {
                UnderWay--;
            }
        }
    }

    private async Task RespondAsync(HttpContext context, ServerFault fault, PromptRequest request, bool streams)
    {
        Interlocked.Add(ref _faults, fault == ServerFault.None ? 0 : 1);
        switch (fault)
        {
            case ServerFault.Error:
                await FailAsync(context, 500, $"cannot decode {request.Text}");
                break;
            case ServerFault.Unavailable:
                await FailAsync(context, 503, "no healthy upstream");
                break;
            case ServerFault.Invalid:
                await FailAsync(context, 422, "not accepted");
                break;
            case ServerFault.Reset:
                context.Abort();
                break;
            case ServerFault.Truncated:
                context.Response.ContentType = "application/json";
                await LocalServer.TruncateAsync(context, Encoding.UTF8.GetBytes(ToResponse(AnswerTo(request.Text))));
                break;
            case ServerFault.Cut:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(ToResponse(AnswerTo(request.Text))[..^3]);
                break;
            case ServerFault.Slow:
                await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                context.Abort();
                break;
            case ServerFault.Html:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html>welcome</html>");
                break;
            case ServerFault.NoResponse:
                await JsonAsync(context, new JsonObject { ["message"] = "HTTP Server for JetStream" });
                break;
            case ServerFault.Blank:
                await SucceedAsync(context, " \n", streams);
                break;
            default:
                await SucceedAsync(context, AnswerTo(request.Text), streams);
                break;
        }
    }

    private static async Task SucceedAsync(HttpContext context, string text, bool streams)
    {
        context.Response.ContentType = "application/json";
        if (!streams)
        {
            await context.Response.WriteAsync(ToResponse(text));
            return;
        }

        foreach (var piece in text.Chunk(5))
        {
            var part = new JsonObject
            {
                ["id"] = $"generate-{Guid.NewGuid():N}",
                ["time_created"] = 1.5,
                ["text"] = new string(piece),
            };
            await context.Response.WriteAsync(part.ToJsonString(Pretty));
            await context.Response.Body.FlushAsync();
        }
    }

    private static string ToResponse(string text) => new JsonObject { ["response"] = text }.ToJsonString(Pretty);

    private static Task JsonAsync(HttpContext context, JsonNode json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString(Pretty));
    }

    private static Task FailAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return JsonAsync(context, new JsonObject { ["detail"] = detail });
    }
}
