using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Tests.Protocol;

namespace Engine.Tests.Engine;

/// <summary>The functions of the program that the engine calls where an operation fails.</summary>
internal sealed class ErrorHooks(EngineTrace trace)
{
    private readonly ConcurrentDictionary<string, Callback> _hooks = new(StringComparer.Ordinal);

    /// <summary>Takes one that the program registers.</summary>
    public JsonObject Register(JsonObject hook)
    {
        _hooks[(string)hook["name"]!] = hook["callback"].Deserialize<Callback>(Proto.Deep)!;
        return [];
    }

    /// <summary>Calls those of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="operation">What failed: <c>create</c>, <c>update</c> or <c>delete</c>.</param>
    public async Task CallAsync(Registered resource, string operation)
    {
        var request = new JsonObject
        {
            ["urn"] = resource.Urn,
            ["name"] = resource.Request.Name,
            ["type"] = resource.Request.Type,
            ["newInputs"] = resource.Request.Object.DeepClone(),
            ["failedOperation"] = operation,
            ["errors"] = new JsonArray("timed out waiting to be Ready"),
        };
        foreach (var name in resource.Request.Hooks.OnError)
        {
            var answer = await CallbackClient.CallAsync(_hooks[name], "ErrorHookRequest", request, "ErrorHookResponse");
            trace.Hooks.Enqueue(new(answer, trace.Logged("ERROR")));
        }
    }
}
