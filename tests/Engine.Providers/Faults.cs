using System.Text.Json.Nodes;

namespace Engine.Providers;

/// <summary>What goes wrong in the cloud of a test, as the environment variable <c>PROVIDER_FAULTS</c> describes it.</summary>
internal static class Faults
{
    private static readonly JsonNode Data = JsonNode.Parse(
        Environment.GetEnvironmentVariable("PROVIDER_FAULTS") ?? "{}"
    )!;

    /// <summary>Fails if an operation, <c>create</c> or <c>delete</c>, is to fail for this type.</summary>
    public static void Throw(string operation, string type)
    {
        if ((string?)Data[operation] == type)
        {
            throw new InvalidOperationException($"the test lets {operation} of {type} fail");
        }
    }

    /// <summary>The answer to a look-up in place of the one in <c>cloud.json</c>; null if there is none.</summary>
    public static JsonNode? LookUp(string token) => Data["lookUps"]?[token];
}
