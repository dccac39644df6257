using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Model.Platform;

/// <summary>The syntax of recurrence rules. Sources: RFC 5545, section 3.3.10; GKE supports no frequency below a day.</summary>
internal static partial class RecurrenceSyntax
{
    private const int MaxInterval = 1_000;

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
            : parts.Find(part => !IsValue(part.Key, part.Value)) is { Key: { } wrong } part
                ? $"`{part.Value}` is not a value of {wrong}. Allowed: {Example(wrong)}"
            : null;
    }

    private static bool IsValue(string part, string value) =>
        part switch
        {
            "INTERVAL" => int.TryParse(value, out var interval) && interval is > 0 and <= MaxInterval,
            "BYDAY" => Weekdays().IsMatch(value),
            "BYMONTHDAY" => MonthDays().IsMatch(value),
            "BYMONTH" => Months().IsMatch(value),
            _ => value.Length > 0,
        };

    private static string Example(string part) =>
        part switch
        {
            "INTERVAL" => $"1 to {MaxInterval}",
            "BYDAY" => "days such as SA,SU, 1SA for the first or -1SA for the last one of the month",
            "BYMONTHDAY" => "days of the month such as 1,15, or -1 for the last one",
            "BYMONTH" => "months from 1 to 12, such as 1,7",
            _ => "a value of RFC 5545",
        };

    [GeneratedRegex(
        @"\A[+-]?[1-5]?(SU|MO|TU|WE|TH|FR|SA)(,[+-]?[1-5]?(SU|MO|TU|WE|TH|FR|SA))*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Weekdays();

    [GeneratedRegex(
        @"\A[+-]?([1-9]|[12][0-9]|3[01])(,[+-]?([1-9]|[12][0-9]|3[01]))*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex MonthDays();

    [GeneratedRegex(
        @"\A([1-9]|1[0-2])(,([1-9]|1[0-2]))*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Months();
}
