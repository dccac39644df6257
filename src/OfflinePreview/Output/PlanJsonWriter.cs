using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Writes the document of <see cref="PlanJson"/>.</summary>
public static class PlanJsonWriter
{
    /// <summary>How documents are laid out.</summary>
    public static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a graph.</summary>
    public static string Write(StackGraph graph)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("version", PlanJson.Version);
            json.WriteString("project", graph.Project);
            json.WriteString("stack", graph.Stack);
            json.WriteStartArray("resources");
            foreach (var resource in graph.Resources)
            {
                WriteResource(json, resource);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteResource(Utf8JsonWriter json, ResourceState resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        json.WriteString("kind", ResourceKindName.Format(resource.Kind));
        json.WriteString("parent", resource.Parent);
        json.WriteStartArray("dependsOn");
        foreach (var urn in resource.DependsOn)
        {
            json.WriteStringValue(urn);
        }

        json.WriteEndArray();
        json.WritePropertyName("propertyDependencies");
        json.WriteValue(resource.PropertyDependencies);
        json.WriteString("provider", resource.Provider);
        json.WritePropertyName("options");
        json.WriteValue(resource.Options);
        json.WritePropertyName("inputs");
        json.WriteValue(resource.Inputs);
        json.WriteEndObject();
    }
}
