using System.Collections.Immutable;
using Infra.Configuration.Reading;

namespace Infra.Configuration.Binding;

/// <summary>Binds lists of flags.</summary>
internal sealed class FlagListBinding(ValueBinding binding)
{
    private const string Accepted = "`- name: value`, `- name=value`, or `- name:` to remove a flag";

    /// <summary>Binds a list; null, with a problem for each item that is wrong, when any is.</summary>
    internal FlagList? Flags(ListNode list)
    {
        var flags = ImmutableArray.CreateBuilder<FlagSetting>();
        var names = new Dictionary<string, SettingPlace>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (Flag(item) is not { } flag)
            {
                continue;
            }

            if (names.TryAdd(flag.Name, item.Place))
            {
                flags.Add(flag);
            }
            else
            {
                binding.Wrong(
                    item.Place,
                    $"sets `{KeyPath.Shown(flag.Name)}` a second time, after {names[flag.Name].Key}; accepted: each flag once"
                );
            }
        }

        return flags.Count == list.Items.Length ? new FlagList(flags.ToImmutable()) : null;
    }

    private FlagSetting? Flag(SettingNode item) =>
        item switch
        {
            MapNode { Entries.Count: 1 } map => OfEntry(map),
            MapNode map => Wrong(map.Place, $"has {map.Entries.Count} keys"),
            ScalarNode { Kind: ScalarKind.Text } text when text.Text.Split('=', 2) is [var name, var value] => Named(
                name,
                value,
                item.Place
            ),
            _ => Wrong(item.Place, $"is {AcceptedWords.Kind(item)}"),
        };

    private FlagSetting? OfEntry(MapNode map)
    {
        using var entries = map.Entries.GetEnumerator();
        entries.MoveNext();
        var (name, value) = entries.Current;
        return value switch
        {
            NullNode => Named(name, null, value.Place),
            ScalarNode scalar => Named(name, scalar.Text, value.Place),
            _ => Wrong(value.Place, $"is {AcceptedWords.Kind(value)}"),
        };
    }

    private FlagSetting? Named(string name, string? value, SettingPlace place) =>
        name.Length > 0 && name[0] != '-' && !Array.Exists(name.ToCharArray(), IsForbidden)
            ? new FlagSetting(name, value)
            : Wrong(
                place,
                $"`{KeyPath.Shown(name)}` is no name of a flag; it is written without dashes in front, spaces and `=`"
            );

    private static bool IsForbidden(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '=';

    private FlagSetting? Wrong(SettingPlace place, string message)
    {
        binding.Wrong(place, $"{message}; accepted: {Accepted}");
        return null;
    }
}
