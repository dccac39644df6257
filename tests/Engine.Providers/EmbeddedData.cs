using System.Text.Json.Nodes;
using Tests.Shared;

namespace Engine.Providers;

/// <summary>The data files of this program.</summary>
internal static class EmbeddedData
{
    /// <summary>Reads a YAML or JSON file.</summary>
    public static JsonObject Read(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return JsonNode.Parse(YamlJson.FromYaml(reader.ReadToEnd()))!.AsObject();
    }
}
