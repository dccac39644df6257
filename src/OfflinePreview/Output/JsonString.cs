using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Parses strings that contain JSON, such as a dashboard, as <c>pulumi preview --diff</c> does.</summary>
internal static class JsonString
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The value of a known string that is a JSON object or list; else null.</summary>
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
