using System.Text;
using System.Text.Json;
using OfflinePreview.Diff;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes what an update does as JSON, with the field names of <c>pulumi preview --json</c>.</summary>
/// <remarks>
/// <c>{ "steps": [ { "op", "urn", "provider", "oldState", "newState", "diffReasons", "replaceReasons", "detailedDiff", "impact" } ],
/// "changeSummary": { op: count }, "tpu": { "before", "after" }, "usdPerHour": { "before", "peak", "after", "sources" } }</c>. A replacement is
/// three steps, in the order in which they are taken; <c>impact</c>, <c>tpu</c> and <c>usdPerHour</c>, the price of the TPU chips, are ours. Strings contain <c>[secret]</c> and <c>[unknown: NAME]</c>.
/// </remarks>
public static class DiffJson
{
    /// <summary>Writes a diff, indented by two spaces, with a final newline.</summary>
    public static string Write(GraphDiff diff)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, PlanJsonWriter.Layout))
        {
            json.WriteStartObject();
            json.WriteStartArray("steps");
            foreach (var (operation, step) in diff.Steps.SelectMany(Operations))
            {
                DiffJsonStep.Write(json, operation, step);
            }

            json.WriteEndArray();
            WriteSummary(json, diff);
            WriteImpact(json, diff);
            DiffJsonTotals.Write(json, diff);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static IEnumerable<(string Operation, ResourceStep Step)> Operations(ResourceStep step) =>
        step.Kind switch
        {
            StepKind.Replace when step.DeleteBeforeReplace =>
            [
                ("delete-replaced", step),
                ("replace", step),
                ("create-replacement", step),
            ],
            StepKind.Replace => [("create-replacement", step), ("replace", step), ("delete-replaced", step)],
            StepKind.Same when step.New is null => [],
            StepKind.Same => [("same", step)],
            _ => [(StepDisplay.ForKind(step.Kind).Name, step)],
        };

    private static void WriteSummary(Utf8JsonWriter json, GraphDiff diff)
    {
        json.WriteStartObject("changeSummary");
        foreach (var (kind, count) in StepCounts.Changes(diff))
        {
            json.WriteNumber(StepDisplay.ForKind(kind).Name, count);
        }

        if (StepCounts.Unchanged(diff) is > 0 and var unchanged)
        {
            json.WriteNumber("same", unchanged);
        }

        json.WriteEndObject();
    }

    private static void WriteImpact(Utf8JsonWriter json, GraphDiff diff)
    {
        json.WriteStartArray("impact");
        foreach (var sentence in UpdateImpact.Describe(diff))
        {
            json.WriteStringValue(UpdateImpact.Write(sentence, text => text));
        }

        json.WriteEndArray();
    }
}
