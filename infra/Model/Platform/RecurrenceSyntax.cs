using System.Collections.Immutable;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Model.Platform;

/// <summary>The syntax of recurrence rules. Sources: RFC 5545, section 3.3.10; GKE supports no frequency below a day.</summary>
internal static class RecurrenceSyntax
{
    private static readonly ImmutableArray<string> Frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    /// <summary>The parts whose days can be counted.</summary>
    internal static readonly ImmutableArray<string> Countable =
    [
        "FREQ",
        "INTERVAL",
        "BYDAY",
        "BYMONTHDAY",
        "BYMONTH",
        "WKST",
    ];

    private static readonly ImmutableArray<string> Others =
    [
        "COUNT",
        "UNTIL",
        "BYSETPOS",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYHOUR",
        "BYMINUTE",
        "BYSECOND",
    ];

    /// <summary>The names and values of a rule, in order.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Parts(string rule) =>
        rule.Split(';')
            .Select(part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(part[0], part.ElementAtOrDefault(1) ?? ""));

    /// <summary>What is wrong with a rule; null for none.</summary>
    internal static string? Violation(string rule)
    {
        var parts = Parts(rule).ToList();
        ImmutableArray<string> known = [.. Countable, .. Others];
        return parts.Find(part => !known.Contains(part.Key)) is { Key: { } unknown }
                ? $"`{unknown}` is not a part of a recurrence rule.{DidYouMean.Sentence(unknown, known)} Allowed: {AllowedValues.Format(known)}"
            : parts.CountBy(part => part.Key, StringComparer.Ordinal).FirstOrDefault(part => part.Value > 1)
                is { Key: { } twice }
                ? $"has {twice} twice. Remove one of them"
            : parts.Find(part => part.Key == "FREQ").Value is not { } frequency
                ? $"has no frequency. Allowed: FREQ={string.Join(", FREQ=", Frequencies)}"
            : !Frequencies.Contains(frequency)
                ? $"`{frequency}` is not a frequency.{DidYouMean.Sentence(frequency, Frequencies)} Allowed: {AllowedValues.Format(Frequencies)}"
            : parts.Find(part => !RecurrenceValue.IsValid(part.Key, part.Value)) is { Key: { } wrong } part
                ? $"`{part.Value}` is not a value of {wrong}. Allowed: {RecurrenceValue.Example(wrong)}"
            : CombinationViolation(frequency, parts);
    }

    /// <summary>What RFC 5545 forbids of parts that are correct by themselves.</summary>
    private static string? CombinationViolation(string frequency, List<KeyValuePair<string, string>> parts)
    {
        var names = parts.Select(part => part.Key).ToList();
        var days = parts.Find(part => part.Key == "BYDAY").Value ?? "";
        return frequency is "DAILY" or "WEEKLY" && days.Any(char.IsAsciiDigit)
                ? $"`{days}` numbers days of a month or year, which {frequency} does not repeat. Allowed: days without numbers, or FREQ=MONTHLY"
            : frequency == "WEEKLY" && names.Contains("BYMONTHDAY")
                ? "has BYMONTHDAY with FREQ=WEEKLY. Allowed: BYDAY, or FREQ=MONTHLY"
            : names.Contains("COUNT") && names.Contains("UNTIL") ? "has COUNT and UNTIL. Allowed: one of them"
            : null;
    }
}
