using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engine.Tests;

/// <summary>A stack file, as the Pulumi CLI hands it to the program.</summary>
internal sealed class Scenario
{
    /// <summary>The name of the Pulumi project.</summary>
    public const string Project = "jetstream-pathways";

    /// <summary>The text of every encrypted setting.</summary>
    public const string SecretText = "hf_ThisTextIsSecret";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    private readonly JsonObject _config;

    private Scenario(string stack, JsonObject config) => (Stack, _config) = (stack, config);

    /// <summary>The names of all scenarios.</summary>
    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Folder, "Pulumi.*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file)["Pulumi.".Length..])
            .Order();

    /// <summary>The stack's name.</summary>
    public string Stack { get; }

    /// <summary>The settings, as <c>PULUMI_CONFIG</c> holds them.</summary>
    public string Config =>
        JsonSerializer.Serialize(_config.ToDictionary(entry => entry.Key, entry => Text(entry.Value)));

    /// <summary>The keys of the encrypted ones, as <c>PULUMI_CONFIG_SECRET_KEYS</c> holds them.</summary>
    public string SecretKeys =>
        JsonSerializer.Serialize(_config.Where(entry => IsEncrypted(entry.Value)).Select(entry => entry.Key));

    /// <summary>Reads <c>Scenarios/Pulumi.STACK.yaml</c>, over the defaults of <c>Pulumi.yaml</c>.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="withExamples">Whether example values stay, which the program refuses to deploy.</param>
    public static Scenario Read(string stack, bool withExamples = false)
    {
        var config = GetConfig(ReadText(stack, withExamples));
        foreach (var (key, setting) in GetConfig(File.ReadAllText(Path.Combine(Folder, "Pulumi.yaml"))))
        {
            config.TryAdd($"{Project}:{key}", setting!["default"]!.DeepClone());
        }

        return new(stack, config);
    }

    /// <summary>The text of <c>Scenarios/Pulumi.STACK.yaml</c>.</summary>
    /// <inheritdoc cref="Read" />
    public static string ReadText(string stack, bool withExamples = false)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"Pulumi.{stack}.yaml"));
        return withExamples ? text : text.Replace("example-", "wire-", StringComparison.Ordinal);
    }

    private static string Text(JsonNode? value) =>
        IsEncrypted(value) ? SecretText
        : value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text!
        : Sorted(value)!.ToJsonString();

    private static bool IsEncrypted(JsonNode? value) => value is JsonObject map && map.ContainsKey("secure");

    /// <summary>The CLI writes maps with their keys sorted.</summary>
    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            _ => node?.DeepClone(),
        };

    private static JsonObject GetConfig(string yaml) =>
        JsonNode.Parse(YamlJson.FromYaml(yaml))!["config"]!.DeepClone().AsObject();
}
