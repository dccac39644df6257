using System.Collections.Immutable;
using StackConfig.Reading;

namespace Infra.Tests.Validation.Properties;

/// <summary>Settings before they are a document, so that a test can make and change them.</summary>
internal abstract record Tree
{
    /// <summary>What every generated secret holds; it may be seen nowhere.</summary>
    public const string Ciphertext = "v1:ThisIsTheSecret:0123";

    /// <summary>A scalar; null for no value.</summary>
    public sealed record Scalar(object? Value) : Tree;

    /// <summary>An encrypted value.</summary>
    public sealed record Secret : Tree;

    /// <summary>Values in order.</summary>
    public sealed record List(ImmutableArray<Tree> Items) : Tree;

    /// <summary>Values by key.</summary>
    public sealed record Map(ImmutableSortedDictionary<string, Tree> Entries) : Tree
    {
        /// <summary>A map without entries.</summary>
        public static Map Empty { get; } = new(ImmutableSortedDictionary.Create<string, Tree>(StringComparer.Ordinal));

        /// <summary>The map with an entry set.</summary>
        public Map With(string key, Tree value) => new(Entries.SetItem(key, value));

        /// <summary>The map without an entry.</summary>
        public Map Without(string key) => new(Entries.Remove(key));
    }

    /// <summary>A map of names and values.</summary>
    public static Map CreateMap(params (string Key, object? Value)[] entries) =>
        entries.Aggregate(Map.Empty, (map, entry) => map.With(entry.Key, From(entry.Value)));

    /// <summary>A list of values.</summary>
    public static List CreateList(params object?[] items) => new([.. items.Select(From)]);

    /// <summary>Flags in order.</summary>
    public static List Flags(params (string Key, object? Value)[] flags) =>
        new([.. flags.Select(flag => CreateMap(flag))]);

    /// <summary>A value as a tree.</summary>
    public static Tree From(object? value) => value as Tree ?? new Scalar(value);

    /// <summary>The settings as the program reads them.</summary>
    public static SettingsDocument Document(Map settings) =>
        new(
            "jetstream-pathways",
            "test",
            settings.Entries.ToImmutableSortedDictionary(
                entry => entry.Key,
                entry => Top(Node(entry.Value, entry.Key)),
                StringComparer.Ordinal
            ),
            []
        );

    /// <summary>The tree as a message shows it.</summary>
    public sealed override string ToString() =>
        this switch
        {
            Scalar { Value: null } => "null",
            Scalar { Value: string text } => $"'{text}'",
            Scalar scalar => Text(scalar.Value!),
            List list => $"[{string.Join(", ", list.Items)}]",
            Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}",
            _ => "{secure: …}",
        };

    private static SettingNode Top(SettingNode node) =>
        node is ScalarNode scalar ? scalar with { Kind = ScalarKind.Any } : node;

    private static SettingNode Node(Tree tree, string key)
    {
        var location = new SourceLocation(key, "Pulumi.test.yaml", 1);
        return tree switch
        {
            Scalar { Value: null } => new NullNode(location),
            Scalar { Value: string text } => new ScalarNode(location, ScalarKind.String, text),
            Scalar { Value: bool truth } => new ScalarNode(location, ScalarKind.Bool, Text(truth)),
            Scalar scalar => new ScalarNode(location, ScalarKind.Number, Text(scalar.Value!)),
            List list => new ListNode(location, [.. list.Items.Select((item, index) => Node(item, $"{key}[{index}]"))]),
            Map map => new MapNode(
                location,
                map.Entries.ToImmutableSortedDictionary(
                    entry => entry.Key,
                    entry => Node(entry.Value, $"{key}.{entry.Key}"),
                    StringComparer.Ordinal
                )
            ),
            _ => new SecretNode(location, Ciphertext),
        };
    }

    private static string Text(object value) =>
        value is bool truth
            ? (truth ? "true" : "false")
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", value);
}
