using System.Text.Json.Nodes;
using Engine.Tests.Protocol;

namespace Engine.Tests.Engine;

/// <summary>What the providers of a run answer. The figures are in <c>cloud.json</c>; a test changes what it is about.</summary>
internal sealed class Cloud
{
    private const int Depth = 150;

    private readonly JsonObject _data = JsonNode
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engine/cloud.json")))!
        .AsObject();

    /// <summary>The look-ups that fail, by token, with the provider's error.</summary>
    public Dictionary<string, string> FailedLookUps { get; init; } = [];

    /// <summary>The type of the resources that cannot be created; none by default.</summary>
    public string? FailedCreation { get; init; }

    /// <summary>The type of the resources that cannot be deleted; none by default.</summary>
    public string? FailedDeletion { get; init; }

    /// <summary>Answers to look-ups in place of those in <c>cloud.json</c>, by token.</summary>
    public Dictionary<string, JsonObject> LookUps { get; init; } = [];

    /// <summary>The outputs of other stacks, which replace those in <c>cloud.json</c>; null where there is no such stack.</summary>
    public Dictionary<string, JsonObject?> Stacks { get; init; } = [];

    /// <summary>The outputs of resources as their provider returns them: the inputs, and what it computes.</summary>
    public JsonObject Outputs(Registration resource, Operation operation)
    {
        var outputs = resource.Object.DeepClone().AsObject();
        if (_data["computed"]![resource.Type] is JsonObject computed)
        {
            Merge(
                outputs,
                computed,
                text => operation is Operation.Preview ? SpecialValue.Unknown : Fill(text, resource)
            );
        }

        return outputs;
    }

    /// <summary>The identifier that the provider gives a resource; none in a preview.</summary>
    public static string Id(Registration resource, Operation operation) =>
        operation is Operation.Preview || !resource.Custom ? "" : $"{resource.Package}/{NameOf(resource)}";

    /// <summary>The answer to a look-up.</summary>
    public JsonObject LookUp(string token) =>
        (LookUps.GetValueOrDefault(token) ?? _data["lookUps"]![token])?.DeepClone().AsObject()
        ?? throw new InvalidOperationException($"cloud.json has no answer to {token}.");

    /// <summary>The outputs of another stack; null if it does not exist.</summary>
    public JsonObject? Stack(string name) =>
        (Stacks.TryGetValue(name, out var outputs) ? outputs : _data["stacks"]![name]) is { } known
            ? new()
            {
                ["name"] = name,
                ["outputs"] = known.DeepClone(),
                ["secretOutputNames"] = new JsonArray(),
            }
            : null;

    /// <summary>The objects that a remote component creates.</summary>
    public IReadOnlyList<Registration> Children(Registration component) =>
        _data["children"]![component.Type] is JsonArray children
            ? [.. children.Append(DeepObject).Select(child => Child(component, child!.AsObject()))]
            : throw new InvalidOperationException($"cloud.json has no children of {component.Type}.");

    /// <summary>An object that nests as deep as the custom resource definitions of the LeaderWorkerSet release, and somewhat deeper.</summary>
    private static JsonObject DeepObject =>
        new()
        {
            ["type"] = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
            ["name"] = "leaderworkersets.leaderworkerset.x-k8s.io",
            ["inputs"] = Enumerable.Range(0, Depth).Aggregate(new JsonObject(), (inner, _) => new() { ["a"] = inner }),
        };

    private static Registration Child(Registration component, JsonObject child) =>
        new((string)child["type"]!, $"{component.Name}:{child["name"]}")
        {
            Custom = true,
            Object = child["inputs"]!.DeepClone().AsObject(),
            Provider = component.Providers.GetValueOrDefault(component.Package, ""),
        };

    private static void Merge(JsonObject into, JsonObject from, Func<string, string> text)
    {
        foreach (var (key, value) in from)
        {
            if (value is JsonObject map)
            {
                into[key] ??= new JsonObject();
                Merge(into[key]!.AsObject(), map, text);
            }
            else
            {
                into[key] = text((string)value!);
            }
        }
    }

    private static string Fill(string text, Registration resource) =>
        resource.Object.Aggregate(
            text.Replace("{uid}", "0123456789ab", StringComparison.Ordinal),
            (filled, input) => filled.Replace($"{{{input.Key}}}", input.Value?.ToString(), StringComparison.Ordinal)
        );

    private static string NameOf(Registration resource) =>
        ((resource.Object["metadata"] as JsonObject)?["name"] ?? resource.Object["name"] ?? resource.Name).ToString();
}
