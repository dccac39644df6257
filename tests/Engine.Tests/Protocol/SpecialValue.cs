using System.Text.Json.Nodes;

namespace Engine.Tests.Protocol;

/// <summary>Values that travel in a form of their own: what is unknown, what is secret, and either as an output of a resource.</summary>
internal static class SpecialValue
{
    /// <summary>A value that only an update knows.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    private const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>A resource as a value.</summary>
    public static JsonObject ToResource(string urn, string id) =>
        new()
        {
            [Signature] = "5cf8f73096256a8f31e491e813e4eb8e",
            ["urn"] = urn,
            ["id"] = id,
        };

    /// <summary>The same value with nothing in place of each secret.</summary>
    public static JsonNode? WithoutSecrets(JsonNode? node) =>
        node is JsonObject map && (Has(map, Secret) || IsSecretOutput(map)) ? null : Copy(node, WithoutSecrets);

    /// <summary>The same value with what is unknown or secret as outputs, which is how transforms get it.</summary>
    public static JsonNode? WithOutputs(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.ToString() == Unknown => new JsonObject { [Signature] = Output },
            JsonObject map when Has(map, Secret) => new JsonObject
            {
                [Signature] = Output,
                ["value"] = WithOutputs(map["value"]),
                ["secret"] = true,
            },
            _ => Copy(node, WithOutputs),
        };

    /// <summary>The same value without outputs, which is how providers get it.</summary>
    public static JsonNode? WithoutOutputs(JsonNode? node) =>
        node switch
        {
            JsonObject map when IsSecretOutput(map) => new JsonObject { [Signature] = Secret, ["value"] = Plain(map) },
            JsonObject map when Has(map, Output) => Plain(map),
            _ => Copy(node, WithoutOutputs),
        };

    private static JsonNode? Plain(JsonObject output) =>
        output.ContainsKey("value") ? WithoutOutputs(output["value"]) : Unknown;

    private static JsonNode? Copy(JsonNode? node, Func<JsonNode?, JsonNode?> copy) =>
        node switch
        {
            JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, copy(entry.Value)))),
            JsonArray list => new JsonArray([.. list.Select(copy)]),
            _ => node?.DeepClone(),
        };

    private static bool IsSecretOutput(JsonObject map) => Has(map, Output) && (bool?)map["secret"] is true;

    private static bool Has(JsonObject map, string signature) =>
        map[Signature] is JsonValue value && value.ToString() == signature;
}
