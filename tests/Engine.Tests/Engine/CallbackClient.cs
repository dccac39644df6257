using System.Text.Json.Nodes;
using Engine.Tests.Protocol;
using Grpc.Core;
using Grpc.Net.Client;

namespace Engine.Tests.Engine;

/// <summary>Calls functions in the program.</summary>
internal static class CallbackClient
{
    private static readonly Method<JsonObject, JsonObject> Invoke = Proto.Method(
        Proto.Callbacks.FindMethodByName("Invoke")
    );

    /// <summary>Calls a function with a message of one type; returns its answer, of another.</summary>
    public static async Task<JsonObject> CallAsync(Callback callback, string request, JsonObject value, string response)
    {
        using var channel = GrpcChannel.ForAddress($"http://{callback.Target}");
        var answer = await channel
            .CreateCallInvoker()
            .AsyncUnaryCall(
                Invoke,
                host: null,
                new CallOptions(),
                new() { ["token"] = callback.Token, ["request"] = Convert.ToBase64String(Proto.Encode(request, value)) }
            );
        return Proto.Decode(response, Convert.FromBase64String((string?)answer["response"] ?? ""));
    }
}
