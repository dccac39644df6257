using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>Writes the document of <see cref="PlanJson"/>.</summary>
internal static class PlanJsonWriter
{
    private static readonly JsonWriterOptions Layout = new()
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

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteResource(Utf8JsonWriter json, ResourceNode resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        json.WriteString("parent", resource.Parent);
        json.WriteStartArray("dependsOn");
        foreach (var urn in resource.DependsOn)
        {
            json.WriteStringValue(urn);
        }

        json.WriteEndArray();
        json.WriteString("provider", resource.Provider);
        json.WritePropertyName("options");
        WriteValue(json, resource.Options);
        json.WritePropertyName("inputs");
        WriteValue(json, resource.Inputs);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, PlanValue value)
    {
        switch (value)
        {
            case PlanBool flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case PlanNumber number:
                json.WriteRawValue(number.Text);
                break;
            case PlanText text:
                json.WriteStringValue(PlanTextNotation.Write(text));
                break;
            case PlanList list:
                WriteList(json, list);
                break;
            case PlanMap map:
                WriteMap(json, map);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, PlanList list)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
        {
            WriteValue(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, PlanMap map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map.Entries)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }
}
