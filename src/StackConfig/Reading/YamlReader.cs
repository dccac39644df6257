using System.Collections.Immutable;
using YamlDotNet.Core.Events;

namespace StackConfig.Reading;

/// <summary>A key of a map, and its line.</summary>
internal readonly record struct YamlKey(string Text, int Line);

/// <summary>Reads the values of a YAML document from front to back.</summary>
/// <remarks>
/// Only plain YAML is allowed: keys that are different strings, and values that <see cref="YamlRestrictions"/> accepts. So the Pulumi CLI
/// passes the same values to the program, and no value multiplies.
/// </remarks>
/// <param name="text">The text of the file.</param>
/// <param name="file">Where problems go.</param>
internal sealed class YamlReader(string text, YamlFile file)
{
    private readonly YamlEvents _events = new(text);
    private readonly YamlRestrictions _restrictions = new(text);

    /// <summary>Whether the next value is a map.</summary>
    internal bool IsAtMap => _events.IsAtMap;

    /// <summary>Reads a document whose root is a map.</summary>
    /// <param name="readValue">Reads or skips the value of each key at the root.</param>
    /// <exception cref="YamlDotNet.Core.YamlException">The text is not YAML, or so far from plain YAML that the rest cannot be read.</exception>
    internal void ReadDocument(Action<YamlKey> readValue) =>
        _events.ReadDocument(() => ReadMap(new SourceLocation("", file.Name, 1), readValue));

    /// <summary>Reads a map key by key; an empty one where there is no value, and with a problem where there is another.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="readValue">Reads or skips the value of each key.</param>
    internal void ReadMap(SourceLocation location, Action<YamlKey> readValue)
    {
        if (IsAtMap)
        {
            IsPlain(_events.Next(), location);
            ReadEntries(location, readValue);
        }
        else if (Read(location) is not NullNode)
        {
            file.Error(location.Key, location.Line, "must be a map.");
        }
    }

    /// <summary>Reads a value; null, with a problem, for one that is refused.</summary>
    internal SettingNode Read(SourceLocation location) => Read(_events.Next(), location);

    /// <summary>Passes over a value.</summary>
    internal void Skip() => _events.Skip();

    private SettingNode Read(ParsingEvent next, SourceLocation location)
    {
        var isPlain = IsPlain(next, location);
        return next switch
        {
            Scalar scalar when isPlain => YamlRestrictions.CreateScalar(scalar, location),
            SequenceStart => new ListNode(location, Items(location)),
            MappingStart => Map(location),
            _ => new NullNode(location),
        };
    }

    private bool IsPlain(ParsingEvent value, SourceLocation location)
    {
        if (_restrictions.Refusal(value, _events.IsInBrackets) is not { } refusal)
        {
            return true;
        }

        file.Error(location.Key, location.Line, refusal);
        return false;
    }

    private ImmutableArray<SettingNode> Items(SourceLocation location)
    {
        var items = ImmutableArray.CreateBuilder<SettingNode>();
        for (var next = _events.Next(); next is not SequenceEnd; next = _events.Next())
        {
            var key = KeyPath.Item(location.Key, items.Count);
            items.Add(Read(next, location with { Key = key, Line = (int)next.Start.Line }));
        }

        return items.DrainToImmutable();
    }

    private SettingNode Map(SourceLocation location)
    {
        var nodes = new Dictionary<string, SettingNode>(StringComparer.Ordinal);
        ReadEntries(
            location,
            key =>
            {
                var entry = location with { Key = KeyPath.Entry(location.Key, key.Text), Line = key.Line };
                nodes.Add(key.Text, Read(entry));
            }
        );
        return
            nodes.Count == 1 && nodes.GetValueOrDefault("secure") is ScalarNode { Kind: ScalarKind.String } ciphertext
            ? new SecretNode(location, ciphertext.Text)
            : new MapNode(location, new SortedList<string, SettingNode>(nodes, StringComparer.Ordinal));
    }

    private void ReadEntries(SourceLocation map, Action<YamlKey> readValue)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var next = _events.Next(); next is not MappingEnd; next = _events.Next())
        {
            if (Key(next, map) is not { } key)
            {
                Skip();
            }
            else if (lines.TryAdd(key.Text, key.Line))
            {
                readValue(key);
            }
            else
            {
                var path = KeyPath.Entry(map.Key, key.Text);
                file.Error(path, key.Line, $"is set twice, first in line {lines[key.Text]}. Remove one of them.");
                Skip();
            }
        }
    }

    private YamlKey? Key(ParsingEvent next, SourceLocation map)
    {
        YamlEvents.Require(next is Scalar, next, "a key must be a string.");
        var key = new YamlKey(((Scalar)next).Value, (int)next.Start.Line);
        if (_restrictions.KeyRefusal((Scalar)next, _events.IsInBrackets) is not { } refusal)
        {
            return key;
        }

        file.Error(map.Key, key.Line, refusal);
        return null;
    }
}
