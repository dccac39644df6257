using System.Collections.Concurrent;
using YamlDotNet.RepresentationModel;

namespace OfflinePreview.Diff;

/// <summary>Reads <c>force-new.yaml</c>, which says what an update cannot change in place.</summary>
internal static class ForceNewRules
{
    private const string Resource = "force-new.yaml";

    private static readonly YamlMappingNode Empty = [];

    private static readonly Lazy<YamlNode> File = new(Load);

    private static readonly ConcurrentDictionary<string, ForceNewRule> Rules = new(StringComparer.Ordinal);

    /// <summary>The types that have a row.</summary>
    public static IEnumerable<string> Types => ((YamlMappingNode)File.Value["types"]).Select(row => Text(row.Key));

    /// <summary>The rule of a type; for a type without a row what holds for all types of its provider.</summary>
    public static ForceNewRule Of(string type) => Rules.GetOrAdd(type, Read);

    private static ForceNewRule Read(string type) =>
        Rule(Entry(File.Value["types"], type) ?? Empty, Entry(File.Value["providers"], type.Split(':')[0]) ?? Empty);

    private static YamlNode Load()
    {
        using var stream = typeof(ForceNewRules).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    private static ForceNewRule Rule(YamlNode row, YamlNode provider) =>
        new()
        {
            ForceNew = [.. Paths(Entry(provider, "forceNew")), .. Paths(Entry(row, "forceNew"))],
            ForceNewIf =
            [
                .. from entry in (YamlMappingNode?)Entry(row, "forceNewIf") ?? []
                select new ConditionalPath(Text(entry.Key), ForceNewCondition.Named(Text(entry.Value))),
            ],
            Refused = [.. Paths(Entry(row, "refused"))],
            Name = (Entry(row, "name") ?? Entry(provider, "name")) is { } name ? Text(name) : null,
            DeletesFirst = Entry(row, "deletesFirst") is not null,
            ProjectFromProvider = Entry(row, "projectFromProvider") is not null,
        };

    private static IEnumerable<string> Paths(YamlNode? node) =>
        node switch
        {
            YamlSequenceNode list => list.SelectMany(Paths),
            YamlMappingNode map => map.SelectMany(entry =>
                Paths(entry.Value).Select(path => $"{Text(entry.Key)}.{path}")
            ),
            YamlScalarNode path => [Text(path)],
            _ => [],
        };

    private static YamlNode? Entry(YamlNode map, string key) =>
        ((YamlMappingNode)map).Children.TryGetValue(key, out var value) ? value : null;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
