using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>The plan as a stable JSON document, which other revisions of the program can read.</summary>
/// <remarks>
/// <c>{ "version": 3, "project", "stack", "resources": [ { "urn", "type", "name", "kind", "parent", "dependsOn", "propertyDependencies",
/// "provider", "options", "inputs" } ] }</c>
/// with the keys in this order, resources sorted by URN and all other keys sorted (ordinal): equal graphs give equal bytes. Missing
/// <c>parent</c> and <c>provider</c> are null. Values are in the notation of <see cref="PlanValueWriter"/>.
/// </remarks>
public static class PlanJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The version of the document.</summary>
    public const int Version = 3;

    /// <summary>Writes a graph, indented by two spaces, with a final newline.</summary>
    public static string Write(StackGraph graph) => PlanJsonWriter.Write(graph);

    /// <summary>Reads a graph.</summary>
    /// <exception cref="PlanFormatException">The document is not JSON, not a plan, or a plan of another version.</exception>
    public static StackGraph Read(string json) => Read(json.Length, () => JsonDocument.Parse(json, Strict));

    /// <summary>Reads a graph.</summary>
    /// <exception cref="PlanFormatException">The document is not JSON in UTF-8, not a plan, or a plan of another version.</exception>
    public static StackGraph Read(Stream json)
    {
        using var plan = new MemoryStream();
        json.CopyTo(plan);
        plan.Position = 0;
        return Read(plan.Length, () => JsonDocument.Parse(plan, Strict));
    }

    private static StackGraph Read(long length, Func<JsonDocument> parse)
    {
        if (length == 0)
        {
            throw new PlanFormatException("The plan is empty. Write one with preview --output json.");
        }

        try
        {
            using var document = parse();
            return PlanJsonReader.Read(document.RootElement);
        }
        catch (JsonException malformed)
        {
            throw new PlanFormatException($"The plan is not valid JSON: {malformed.Message}", malformed);
        }
    }
}
