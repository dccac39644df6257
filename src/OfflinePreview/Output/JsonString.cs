using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Looks into texts that are JSON, such as a dashboard's, as <c>pulumi preview --diff</c> does.</summary>
internal static class JsonString
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>What a known text holds where it is a JSON object or list; else null.</summary>
    public static PlanValue? Parse(PlanValue? value) =>
        value is PlanString { Segments: [StringSegment.Literal { Text: ['{' or '[', ..] } json] }
            ? Parse(json.Text)
            : null;

    private static PlanValue? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return PlanValueReader.ReadPlain(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
