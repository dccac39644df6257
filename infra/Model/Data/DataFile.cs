using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Model.Data;

/// <summary>Facts that the program embeds as YAML files, by their paths below <c>infra/Model</c>.</summary>
/// <remarks>
/// A file binds to records as its JSON equivalent does, and strictly: a key that is missing or unknown throws. Plain <c>true</c> and
/// <c>false</c> are Booleans, every other scalar is a string or, where the property asks for one, a number.
/// </remarks>
internal static class DataFile
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">Its path, such as <c>MaxText/flags.yaml</c>.</param>
    /// <param name="type">The type to bind it to.</param>
    internal static T Read<T>(string path, JsonTypeInfo<T> type)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(path)!;
        using var reader = new StreamReader(stream);
        return Parse(reader, type);
    }

    /// <summary>Reads every file of a folder, in the ordinal order of their names.</summary>
    /// <param name="folder">The folder, such as <c>Tpu</c>.</param>
    /// <param name="type">The type to bind each of them to.</param>
    internal static ImmutableArray<T> ReadFolder<T>(string folder, JsonTypeInfo<T> type) =>
        [
            .. typeof(DataFile)
                .Assembly.GetManifestResourceNames()
                .Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => Read(path, type)),
        ];

    /// <summary>Binds YAML that is not embedded.</summary>
    internal static T Parse<T>(TextReader yaml, JsonTypeInfo<T> type)
    {
        var stream = new YamlStream();
        stream.Load(yaml);
        return ToJson(stream.Documents[0].RootNode).Deserialize(type)!;
    }

    private static JsonNode ToJson(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(entry => KeyValuePair.Create(entry.Key.ToString(), (JsonNode?)ToJson(entry.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
            _ => node.ToString(),
        };
}
