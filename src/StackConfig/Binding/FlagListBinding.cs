using System.Collections.Immutable;
using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>Binds lists of flags.</summary>
internal sealed class FlagListBinding(ValueBinding binding)
{
    private const string Allowed = "`- name: value`, `- name=value`, or `- name:` to remove a flag";

    /// <summary>Binds a list; null, with a problem for each item that is wrong, when any is.</summary>
    internal FlagList? Flags(ListNode list)
    {
        var flags = ImmutableArray.CreateBuilder<FlagSetting>();
        var names = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        var sound = true;
        foreach (var item in list.Items)
        {
            if (Flag(item) is not var (name, value, location))
            {
                sound = false;
            }
            else if (!names.TryAdd(name, item.Location))
            {
                sound = false;
                binding.Wrong(
                    item.Location,
                    $"sets `{KeyPath.Shown(name)}` again, first in {names[name].Key}. Remove one of them."
                );
            }
            else if (value is not null)
            {
                flags.Add(binding.AddLocation(new FlagSetting(name, value), location));
            }
        }

        return sound ? new FlagList(flags.ToImmutable()) : null;
    }

    /// <summary>The name of a flag as an item of a list has it; null for no flag.</summary>
    internal static string? FindName(SettingNode item) =>
        item switch
        {
            MapNode { Entries.Count: 1 } map => map.Entries.Keys.First(),
            ScalarNode { Kind: ScalarKind.String } text when text.Text.Split('=', 2) is [var name, _] => name,
            _ => null,
        };

    private (string Name, string? Value, SourceLocation Location)? Flag(SettingNode item) =>
        item switch
        {
            MapNode { Entries.Count: 1 } map => EntryFlag(map),
            MapNode map => Wrong(map.Location, $"has {map.Entries.Count} keys"),
            ScalarNode { Kind: ScalarKind.String } text when text.Text.Split('=', 2) is [var name, var value] => Named(
                name,
                value,
                item.Location
            ),
            _ => WrongKind(item),
        };

    private (string Name, string? Value, SourceLocation Location)? EntryFlag(MapNode map)
    {
        using var entries = map.Entries.GetEnumerator();
        entries.MoveNext();
        var (name, value) = entries.Current;
        return value switch
        {
            NullNode => Named(name, null, value.Location),
            ScalarNode scalar => Named(name, scalar.Text, value.Location),
            _ => WrongKind(value),
        };
    }

    private (string Name, string? Value, SourceLocation Location)? Named(
        string name,
        string? value,
        SourceLocation location
    ) =>
        name.Length > 0 && name[0] != '-' && !Array.Exists(name.ToCharArray(), IsForbidden)
            ? (name, value, location)
            : Wrong(
                location,
                $"`{KeyPath.Shown(name)}` is not a valid flag name, which has no leading dashes, spaces or `=`"
            );

    private static bool IsForbidden(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '=';

    private (string Name, string? Value, SourceLocation Location)? WrongKind(SettingNode node)
    {
        if (node is not SecretNode)
        {
            return Wrong(node.Location, $"is {ExpectedValueFormatter.Kind(node)}");
        }

        binding.Encrypted(node.Location);
        return null;
    }

    private (string Name, string? Value, SourceLocation Location)? Wrong(SourceLocation location, string message)
    {
        binding.Wrong(location, $"{message}. Allowed: {Allowed}");
        return null;
    }
}
