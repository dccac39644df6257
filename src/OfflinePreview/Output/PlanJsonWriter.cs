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

    private static void WriteResource(Utf8JsonWriter json, ResourceNode resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        json.WriteString("kind", ResourceKindName.Write(resource.Kind));
        json.WriteString("parent", resource.Parent);
        json.WriteStartArray("dependsOn");
        foreach (var urn in resource.DependsOn)
        {
            json.WriteStringValue(urn);
        }

        json.WriteEndArray();
        json.WritePropertyName("propertyDependencies");
        WriteValue(json, resource.PropertyDependencies, PlanTextNotation.Write);
        json.WriteString("provider", resource.Provider);
        json.WritePropertyName("options");
        WriteValue(json, resource.Options, PlanTextNotation.Write);
        json.WritePropertyName("inputs");
        WriteValue(json, resource.Inputs, PlanTextNotation.Write);
        json.WriteEndObject();
    }

    /// <summary>Writes a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="text">How texts are written.</param>
    public static void WriteValue(Utf8JsonWriter json, PlanValue value, Func<PlanText, string> text)
    {
        switch (value)
        {
            case PlanBool flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case PlanNumber number:
                json.WriteRawValue(number.Text);
                break;
            case PlanText known:
                json.WriteStringValue(text(known));
                break;
            case PlanList list:
                WriteList(json, list, text);
                break;
            case PlanMap map:
                WriteMap(json, map, text);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, PlanList list, Func<PlanText, string> text)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
        {
            WriteValue(json, item, text);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, PlanMap map, Func<PlanText, string> text)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map.Entries)
        {
            json.WritePropertyName(name);
            WriteValue(json, value, text);
        }

        json.WriteEndObject();
    }
}
