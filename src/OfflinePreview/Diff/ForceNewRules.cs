using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;
using Rows = System.Collections.Frozen.FrozenDictionary<string, OfflinePreview.Diff.ForceNewRule>;

namespace OfflinePreview.Diff;

/// <summary>Reads <c>force-new.yaml</c>, which lists what an update cannot change in place.</summary>
internal static class ForceNewRules
{
    private const string Resource = "force-new.yaml";

    private static readonly YamlMappingNode Empty = [];

    private static readonly ForceNewRule None = Rule(Empty, Empty);

    private static readonly Lazy<(Rows Types, Rows Providers)> Read = new(() =>
    {
        var file = Load();
        var providers = (YamlMappingNode)file["providers"];
        return (
            ToRows(file["types"], row => Rule(row.Value, Entry(providers, GetProvider(Text(row.Key))) ?? Empty)),
            ToRows(providers, provider => Rule(Empty, provider.Value))
        );
    });

    /// <summary>The types that have a row.</summary>
    public static IEnumerable<string> Types => Read.Value.Types.Keys;

    /// <summary>The rule of a type; for a type without a row that of its provider.</summary>
    public static ForceNewRule ForType(string type) =>
        Read.Value.Types.GetValueOrDefault(type) ?? Read.Value.Providers.GetValueOrDefault(GetProvider(type)) ?? None;

    private static string GetProvider(string type) => type.Split(':')[0];

    private static Rows ToRows(YamlNode map, Func<KeyValuePair<YamlNode, YamlNode>, ForceNewRule> rule) =>
        ((YamlMappingNode)map).ToFrozenDictionary(row => Text(row.Key), rule, StringComparer.Ordinal);

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
                select new ConditionalPath(Text(entry.Key), ForceNewCondition.Get(Text(entry.Value))),
            ],
            Immutable = [.. Paths(Entry(row, "immutable"))],
            Name = (Entry(row, "name") ?? Entry(provider, "name")) is { } name ? Text(name) : null,
            DeleteBeforeReplaceUnless = [.. Paths(Entry(provider, "deleteBeforeReplaceUnless"))],
            Identifier = Entry(row, "identifier") is { } identifier ? Text(identifier) : null,
            DeleteBeforeReplace = IsTrue(Entry(row, "deleteBeforeReplace")),
            ProjectFromProvider = IsTrue(Entry(row, "projectFromProvider")),
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

    private static bool IsTrue(YamlNode? node) => node is YamlScalarNode { Value: "true" };

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
