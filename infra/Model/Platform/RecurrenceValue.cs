using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Model.Platform;

/// <summary>The values of the parts of recurrence rules. Source: RFC 5545, section 3.3.10.</summary>
internal static partial class RecurrenceValue
{
    private const int MaxInterval = 1_000;

    /// <summary>Whether a part of a rule may have a value.</summary>
    internal static bool IsValid(string part, string value) =>
        part switch
        {
            "FREQ" => value.Length > 0,
            "INTERVAL" => int.TryParse(value, out var interval) && interval is > 0 and <= MaxInterval,
            "BYDAY" => Weekdays().IsMatch(value),
            "BYMONTHDAY" => MonthDays().IsMatch(value),
            "BYMONTH" => Months().IsMatch(value),
            "COUNT" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0,
            "UNTIL" => Times().IsMatch(value),
            "WKST" => Weekday().IsMatch(value),
            _ => Numbers().IsMatch(value),
        };

    /// <summary>What a part of a rule may have as its value.</summary>
    internal static string Example(string part) =>
        part switch
        {
            "INTERVAL" => $"1 to {MaxInterval}",
            "BYDAY" => "days such as SA,SU, 1SA for the first or -1SA for the last one of the month",
            "BYMONTHDAY" => "days of the month such as 1,15, or -1 for the last one",
            "BYMONTH" => "months from 1 to 12, such as 1,7",
            "COUNT" => "an integer from 1",
            "UNTIL" => "a date or a time, such as 20301231 or 20301231T235959Z",
            "WKST" => "a day such as MO",
            _ => "integers such as 1 or 1,2",
        };

    [GeneratedRegex(
        @"\A[+-]?[1-5]?(SU|MO|TU|WE|TH|FR|SA)(,[+-]?[1-5]?(SU|MO|TU|WE|TH|FR|SA))*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Weekdays();

    [GeneratedRegex(
        @"\A[+-]?([1-9]|[12][0-9]|3[01])(,[+-]?([1-9]|[12][0-9]|3[01]))*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex MonthDays();

    [GeneratedRegex(@"\A[0-9]{8}(T[0-9]{6}Z?)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Times();

    [GeneratedRegex(@"\A(SU|MO|TU|WE|TH|FR|SA)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"\A[+-]?[0-9]{1,3}(,[+-]?[0-9]{1,3})*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\A([1-9]|1[0-2])(,([1-9]|1[0-2]))*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Months();
}
