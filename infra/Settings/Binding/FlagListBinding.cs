using System.Collections.Immutable;
using Infra.Settings.Reading;

namespace Infra.Settings.Binding;

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
            MapNode { Entries.Count: 1 } map => OfEntry(map.Entries.Single()),
            MapNode map => Wrong(map.Place, $"has {map.Entries.Count} keys"),
            ScalarNode { Kind: ScalarKind.Text } text when text.Text.Split('=', 2) is [var name, var value] => Named(
                name,
                value,
                item.Place
            ),
            _ => Wrong(item.Place, $"is {AcceptedWords.Kind(item)}"),
        };

    private FlagSetting? OfEntry(KeyValuePair<string, SettingNode> entry) =>
        entry.Value switch
        {
            NullNode => Named(entry.Key, null, entry.Value.Place),
            ScalarNode scalar => Named(entry.Key, scalar.Text, entry.Value.Place),
            var other => Wrong(other.Place, $"is {AcceptedWords.Kind(other)}"),
        };

    private FlagSetting? Named(string name, string? value, SettingPlace place) =>
        name.Length > 0 && name[0] != '-' && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '=')
            ? new FlagSetting(name, value)
            : Wrong(
                place,
                $"`{KeyPath.Shown(name)}` is no name of a flag; it is written without dashes in front, spaces and `=`"
            );

    private FlagSetting? Wrong(SettingPlace place, string message)
    {
        binding.Wrong(place, $"{message}; accepted: {Accepted}");
        return null;
    }
}
