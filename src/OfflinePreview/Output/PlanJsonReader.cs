using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Reads the document of <see cref="PlanJson"/>; strict, since a plan that is read wrongly compares wrongly.</summary>
internal static class PlanJsonReader
{
    private const string Plan = "The plan";

    private static readonly string[] PlanKeys = ["version", "project", "stack", "resources"];
    private static readonly string[] ResourceKeys =
    [
        "urn",
        "type",
        "name",
        "kind",
        "parent",
        "dependsOn",
        "propertyDependencies",
        "provider",
        "options",
        "inputs",
    ];

    /// <summary>Reads a graph.</summary>
    public static StackGraph Read(JsonElement plan)
    {
        if (plan.ValueKind != JsonValueKind.Object || !plan.TryGetProperty("version", out var version))
        {
            throw new PlanFormatException("The plan is not an object with a \"version\".");
        }

        if (
            version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out var number)
            || number != PlanJson.Version
        )
        {
            throw new PlanFormatException(
                $"The plan has version {version.GetRawText()}, and this program reads version {PlanJson.Version}. Write it again with preview --output json."
            );
        }

        var fields = Fields(plan, Plan, PlanKeys);
        var resources = Items(fields, "resources")
            .Select((resource, index) => Resource(resource, $"{Plan}'s resources[{index}]"))
            .ToList();
        var twin = resources
            .GroupBy(resource => resource.Urn, StringComparer.Ordinal)
            .FirstOrDefault(same => same.Count() > 1);
        return twin is null
            ? new StackGraph(
                Text(fields, "project"),
                Text(fields, "stack"),
                [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]
            )
            : throw new PlanFormatException($"The plan has two resources with the URN {twin.Key}.");
    }

    private static ResourceState Resource(JsonElement resource, string path)
    {
        var fields = Fields(resource, path, ResourceKeys);
        return new ResourceState
        {
            Urn = Text(fields, "urn"),
            Type = Text(fields, "type"),
            Name = Text(fields, "name"),
            Kind =
                ResourceKindName.Parse(Text(fields, "kind"))
                ?? throw new PlanFormatException($"{path}.kind is not a kind of resource."),
            Parent = OptionalText(fields, "parent"),
            DependsOn = [.. Items(fields, "dependsOn").Select((urn, index) => Text(urn, $"{path}.dependsOn[{index}]"))],
            PropertyDependencies = Map(fields, "propertyDependencies"),
            Provider = OptionalText(fields, "provider"),
            Options = Map(fields, "options"),
            Inputs = Map(fields, "inputs"),
        };
    }

    private static PlanFields Fields(JsonElement element, string path, string[] keys)
    {
        var found =
            element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(field => field.Name) : [];
        return found.ToHashSet(StringComparer.Ordinal).SetEquals(keys)
            ? new PlanFields(element, path)
            : throw new PlanFormatException(
                $"{path} is not an object with exactly the keys {string.Join(", ", keys)}."
            );
    }

    private static JsonElement.ArrayEnumerator Items(PlanFields fields, string key) =>
        fields.Get(key, JsonValueKind.Array, "a list").EnumerateArray();

    private static PlanMap Map(PlanFields fields, string key) =>
        PlanValueReader.Read(fields.Get(key, JsonValueKind.Object, "an object")) as PlanMap
        ?? throw new PlanFormatException($"{fields.PathOf(key)} is not a map.");

    private static string Text(PlanFields fields, string key) =>
        Text(fields.Element.GetProperty(key), fields.PathOf(key));

    private static string? OptionalText(PlanFields fields, string key) =>
        fields.Element.GetProperty(key).ValueKind == JsonValueKind.Null ? null : Text(fields, key);

    private static string Text(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new PlanFormatException($"{path} is not a string.");

    private sealed record PlanFields(JsonElement Element, string Path)
    {
        public JsonElement Get(string key, JsonValueKind kind, string expected) =>
            Element.GetProperty(key) is var value && value.ValueKind == kind
                ? value
                : throw new PlanFormatException($"{PathOf(key)} is not {expected}.");

        public string PathOf(string key) => Path == Plan ? $"{Plan}'s {key}" : $"{Path}.{key}";
    }
}
