using System.Text.Json;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes one step of <see cref="DiffJson"/>.</summary>
internal static class DiffJsonStep
{
    /// <summary>Writes a step as the operation that Pulumi names so.</summary>
    public static void Write(Utf8JsonWriter json, string operation, ResourceStep step)
    {
        json.WriteStartObject();
        json.WriteString("op", operation);
        json.WriteString("urn", step.Resource.Urn);
        WriteOptional(json, "provider", step.Resource.Provider);
        WriteState(json, "oldState", step.Old);
        WriteState(json, "newState", step.New);
        WriteTexts(json, "diffReasons", step.Changes.Select(change => change.Path.Segments[0].Text));
        WriteTexts(json, "replaceReasons", step.ReplaceReasons.Select(path => path.ToString()));
        WriteDetails(json, step);
        WriteOptional(json, "impact", StepImpact.Describe(step));
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, string name, ResourceState? resource)
    {
        if (resource is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WritePropertyName("inputs");
        json.WriteValue(WithoutDigests(resource.Inputs));
        WriteOptional(json, "parent", resource.Parent);
        WriteOptional(json, "provider", resource.Provider);
        WriteTexts(json, "dependencies", resource.DependsOn);
        json.WritePropertyName("options");
        json.WriteValue(WithoutDigests(resource.Options));
        json.WriteEndObject();
    }

    // A plan keeps digests for a later comparison; a diff is for readers.
    private static PlanValue WithoutDigests(PlanValue value) =>
        value switch
        {
            PlanString text => text.Display,
            PlanList list => new PlanList([.. list.Items.Select(WithoutDigests)]),
            PlanMap map => PlanMap.From(
                map.Entries.Select(entry => KeyValuePair.Create(entry.Key, WithoutDigests(entry.Value)))
            ),
            _ => value,
        };

    private static void WriteDetails(Utf8JsonWriter json, ResourceStep step)
    {
        json.WritePropertyName("detailedDiff");
        if (!step.Changes.Any())
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var change in step.Changes.GroupBy(change => $"{change.Path}", StringComparer.Ordinal))
        {
            json.WriteStartObject(change.Key);
            json.WriteString("kind", Kind([.. change]));
            json.WriteBoolean("inputDiff", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // An item removed from a list and one added to it can have the same position.
    private static string Kind(IReadOnlyList<PropertyChange> changes)
    {
        var kind =
            changes.Count > 1 ? "update"
            : changes[0].Old is null ? "add"
            : changes[0].New is null ? "delete"
            : "update";
        return changes.Any(change => change.Effect == ChangeEffect.Replaces) ? $"{kind}-replace" : kind;
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        var sorted = texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in sorted)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
