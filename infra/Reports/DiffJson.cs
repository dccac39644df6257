using System.Text;
using System.Text.Json;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes what an update does as JSON, with the field names of <c>pulumi preview --json</c>.</summary>
/// <remarks>
/// <c>{ "steps": [ { "op", "urn", "provider", "oldState", "newState", "diffReasons", "replaceReasons", "detailedDiff", "impact" } ],
/// "changeSummary": { op: count }, "tpu": { "before", "after" } }</c>. A replacement is three steps, in the order in which they are
/// taken; <c>impact</c> and <c>tpu</c> are ours. Strings contain <c>[secret]</c> and <c>[unknown: NAME]</c>.
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
            json.WriteStartObject("tpu");
            WriteTpu(json, "before", diff.Before);
            WriteTpu(json, "after", diff.After);
            json.WriteEndObject();
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

    private static void WriteTpu(Utf8JsonWriter json, string name, StackGraph graph)
    {
        var summary = TpuSummary.FromGraph(graph);
        json.WriteStartObject(name);
        WriteNumber(json, "slices", summary.TotalSlices);
        WriteNumber(json, "hosts", summary.TotalHosts);
        WriteNumber(json, "chips", summary.TotalChips);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
