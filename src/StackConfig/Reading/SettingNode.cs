using System.Collections.Immutable;

namespace StackConfig.Reading;

/// <summary>The location of a value in a stack file.</summary>
/// <param name="Key">The key's path, such as <c>servings[0].topology</c>.</param>
/// <param name="File">The file's name, where there is one.</param>
/// <param name="Line">The line, from 1, where known.</param>
public sealed record SourceLocation(string Key, string? File = null, int? Line = null);

/// <summary>A value of a stack file before it is bound to a type; the same whether it came from the file or from the engine.</summary>
/// <param name="Location">The source location.</param>
public abstract record SettingNode(SourceLocation Location)
{
    /// <summary>The encrypted values in it, or it alone if it is one.</summary>
    internal IEnumerable<SecretNode> Secrets =>
        this switch
        {
            SecretNode secret => [secret],
            ListNode list => list.Items.SelectMany(item => item.Secrets),
            MapNode map => map.Entries.Values.SelectMany(value => value.Secrets),
            _ => [],
        };
}

/// <summary>No value: <c>null</c>, <c>~</c> or nothing.</summary>
public sealed record NullNode(SourceLocation Location) : SettingNode(Location);

/// <summary>A string, number or Boolean, as the string that the Pulumi CLI passes to a program.</summary>
/// <param name="Location">The source location.</param>
/// <param name="Kind">What kind of scalar the CLI reads it as; at the top level of a stack file always <see cref="ScalarKind.Any"/>.</param>
/// <param name="Text">The canonical text: <c>true</c>, <c>16</c>, <c>0.5</c>, or the text itself.</param>
public sealed record ScalarNode(SourceLocation Location, ScalarKind Kind, string Text) : SettingNode(Location);

/// <summary>What a scalar was written as.</summary>
public enum ScalarKind
{
    /// <summary>Not said: a top-level scalar, which the CLI keeps as text and which may bind to any scalar type.</summary>
    Any,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A Boolean.</summary>
    Bool,
}

/// <summary>Values in order.</summary>
public sealed record ListNode(SourceLocation Location, ImmutableArray<SettingNode> Items) : SettingNode(Location);

/// <summary>Values by key, in ordinal order of the keys (the engine hands maps over sorted: nothing may depend on their order).</summary>
public sealed record MapNode(SourceLocation Location, IReadOnlyDictionary<string, SettingNode> Entries)
    : SettingNode(Location)
{
    /// <summary>The map with a value at a key.</summary>
    public MapNode With(string key, SettingNode value) =>
        this with
        {
            Entries = new OrderedDictionary<string, SettingNode>(Entries, StringComparer.Ordinal) { [key] = value },
        };

    /// <summary>The map without some of its keys.</summary>
    public MapNode Without(params IEnumerable<string> keys)
    {
        var removed = keys.ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Entries = new OrderedDictionary<string, SettingNode>(
                Entries.Where(entry => !removed.Contains(entry.Key)),
                StringComparer.Ordinal
            ),
        };
    }

    /// <summary>Whether a value with that path is in the map.</summary>
    public bool Holds(string key) => Entries.Values.Any(node => Holds(node, key));

    /// <summary>The map as the value of another key. Items of its lists, which are none of a list there, have the list's key.</summary>
    public MapNode MovedTo(string key) => (MapNode)Moved(this, key);

    private static bool Holds(SettingNode node, string key) =>
        node.Location.Key == key
        || node switch
        {
            ListNode list => list.Items.Any(item => Holds(item, key)),
            MapNode map => map.Holds(key),
            _ => false,
        };

    private static SettingNode Moved(SettingNode node, string key)
    {
        var moved = node with { Location = node.Location with { Key = key } };
        return moved switch
        {
            ListNode list => list with { Items = [.. list.Items.Select(item => Moved(item, key))] },
            MapNode map => map with { Entries = Moved(map.Entries, key) },
            _ => moved,
        };
    }

    private static OrderedDictionary<string, SettingNode> Moved(
        IReadOnlyDictionary<string, SettingNode> entries,
        string key
    )
    {
        var moved = new OrderedDictionary<string, SettingNode>(entries.Count, StringComparer.Ordinal);
        foreach (var (name, node) in entries)
        {
            moved.Add(name, Moved(node, KeyPath.Entry(key, name)));
        }

        return moved;
    }
}

/// <summary>An encrypted value. It is never looked into.</summary>
/// <param name="Location">The source location.</param>
/// <param name="Ciphertext">The ciphertext as the file holds it; null when it came from the engine.</param>
public sealed record SecretNode(SourceLocation Location, string? Ciphertext) : SettingNode(Location);
