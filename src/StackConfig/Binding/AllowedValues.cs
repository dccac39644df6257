using System.Collections.Immutable;
using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>Formats the allowed values of a message.</summary>
public static class AllowedValues
{
    private const int MaxShown = 8;

    /// <summary>What a stack file may contain for an enum: <c>on-demand</c> for <c>OnDemand</c>, without members that are only known to be refused.</summary>
    public static ImmutableArray<string> ForEnum(Type type) =>
        [.. ScalarBinding.BrowsableMembers(type).Select(member => ScalarBinding.EnumText(member.Name))];

    /// <summary>Lists at most eight values and the number of the others. Empty values and those with commas are quoted.</summary>
    public static string Format(IEnumerable<string> values)
    {
        var all = values.Select(value => value.Length == 0 || value.Contains(',') ? $"\"{value}\"" : value).ToList();
        var shown = string.Join(", ", all.Take(MaxShown));
        return all.Count > MaxShown ? $"{shown} and {all.Count - MaxShown} more" : shown;
    }

    /// <summary>Says that a string is not allowed, which known one it probably means, and what is allowed.</summary>
    /// <param name="text">The string.</param>
    /// <param name="known">The strings that are allowed, as far as they can be counted.</param>
    /// <param name="allowed">What is allowed, as the end of the message.</param>
    public static string Refuse(string text, IEnumerable<string> known, string allowed) =>
        $"`{KeyPath.Shown(text)}` is not allowed.{DidYouMean.Sentence(text, known)} Allowed: {allowed}";
}
