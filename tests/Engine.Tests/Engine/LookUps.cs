using System.Text.Json.Nodes;
using Grpc.Core;

namespace Engine.Tests.Engine;

/// <summary>Answers what the program asks of providers, and of the engine about resources.</summary>
internal sealed class LookUps(Operation operation, Cloud cloud, EngineTrace trace)
{
    /// <summary>Answers one look-up.</summary>
    public JsonObject Answer(JsonObject message)
    {
        var token = (string)message["tok"]!;
        var args = message["args"]!;
        return new()
        {
            ["return"] = token switch
            {
                "pulumi:pulumi:getResource" => Resource((string)args["urn"]!),
                "pulumi:pulumi:readStackOutputs" => cloud.Stack((string)args["name"]!)
                    ?? throw Failure(token, $"unknown stack \"{args["name"]}\""),
                _ => cloud.FailedLookUps.TryGetValue(token, out var error)
                    ? throw Failure(token, error)
                    : cloud.LookUp(token),
            },
        };
    }

    private static RpcException Failure(string token, string error) =>
        new(new(StatusCode.Unknown, $"invocation of {token} returned an error: {error}"));

    private JsonObject Resource(string urn)
    {
        var resource = trace.Resources.Single(one => one.Urn == urn);
        return new()
        {
            ["urn"] = urn,
            ["id"] = resource.Id,
            ["state"] = cloud.Outputs(resource.Request, operation),
        };
    }
}
