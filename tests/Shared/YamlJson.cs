using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tests.Shared;

/// <summary>YAML as an editor hands it to a schema: plain scalars as the core schema of YAML 1.2 reads them.</summary>
internal static partial class YamlJson
{
    public static string FromYaml(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ToJson(stream.Documents[0].RootNode)?.ToJsonString() ?? "null";
    }

    private static JsonNode? ToJson(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(entry =>
                    KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, ToJson(entry.Value))
                )
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } => Plain(text),
            YamlScalarNode { Value: { } text } => text,
            _ => null,
        };

    private static JsonNode? Plain(string text) =>
        text is "" or "~" or "null" ? null
        : text is "true" or "false" ? text == "true"
        : Whole().IsMatch(text) ? long.Parse(text, CultureInfo.InvariantCulture)
        : Fraction().IsMatch(text) ? decimal.Parse(text, CultureInfo.InvariantCulture)
        : text;

    [GeneratedRegex(@"\A-?[0-9]+\z", RegexOptions.None, 10_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A-?[0-9]+\.[0-9]+\z", RegexOptions.None, 10_000)]
    private static partial Regex Fraction();
}
