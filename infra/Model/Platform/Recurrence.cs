using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Model.Platform;

/// <summary>The days on which a maintenance window starts: a recurrence rule of RFC 5545 as far as its days can be counted.</summary>
/// <remarks>GKE does not support frequencies below a day. Source: the reference of its API, <c>RecurringTimeWindow</c>.</remarks>
public sealed class Recurrence
{
    private static readonly ImmutableArray<string> Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private readonly IReadOnlyDictionary<string, string> _parts;
    private readonly DateTime _start;
    private readonly int _interval;

    /// <summary>Interprets a rule without errors.</summary>
    /// <param name="rule">The rule; <see cref="RecurrenceSyntax"/> finds its errors.</param>
    /// <param name="start">The start of the first window.</param>
    public Recurrence(string rule, DateTime start)
    {
        _parts = RecurrenceSyntax.Parts(rule).ToDictionary(StringComparer.Ordinal);
        _start = start.Date;
        _interval = int.Parse(_parts.GetValueOrDefault("INTERVAL", "1"), CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the rule has no part whose days are not counted here, such as COUNT.</summary>
    public bool IsCountable => _parts.Keys.All(RecurrenceSyntax.Countable.Contains);

    /// <summary>Whether a window starts on each of a number of days, from that of the first window.</summary>
    public bool[] GetStarts(int days) =>
        [.. Enumerable.Range(0, days).Select(offset => IsStart(_start.AddDays(offset)))];

    private bool IsStart(DateTime day) =>
        Periods(day) % _interval == 0
        && (Values("BYMONTH") is not { Length: > 0 } months || months.Contains(Number(day.Month)))
        && (Values("BYMONTHDAY") is not { Length: > 0 } days || days.Any(one => IsDayOfMonth(one, day)))
        && (Values("BYDAY") is not { Length: > 0 } weekdays || weekdays.Any(one => IsWeekday(one, day)))
        && IsSameAsStart(day);

    /// <summary>The days, weeks, months or years since the first window.</summary>
    private int Periods(DateTime day) =>
        _parts["FREQ"] switch
        {
            "DAILY" => (day - _start).Days,
            "WEEKLY" => (Monday(day) - Monday(_start)).Days / 7,
            "MONTHLY" => ((day.Year - _start.Year) * 12) + day.Month - _start.Month,
            _ => day.Year - _start.Year,
        };

    /// <summary>A rule that names no days repeats the day of the first window.</summary>
    private bool IsSameAsStart(DateTime day)
    {
        if (_parts.ContainsKey("BYDAY") || _parts.ContainsKey("BYMONTHDAY"))
        {
            return true;
        }

        return _parts["FREQ"] switch
        {
            "DAILY" => true,
            "WEEKLY" => day.DayOfWeek == _start.DayOfWeek,
            "MONTHLY" => day.Day == _start.Day,
            _ => day.Day == _start.Day && (_parts.ContainsKey("BYMONTH") || day.Month == _start.Month),
        };
    }

    private static bool IsDayOfMonth(string number, DateTime day) =>
        int.Parse(number, CultureInfo.InvariantCulture) is var wanted
        && (wanted == day.Day || wanted == day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1);

    /// <summary>Whether a day is one such as <c>SA</c>, <c>1SA</c>, the first of the month, or <c>-1SA</c>, the last one.</summary>
    private static bool IsWeekday(string weekday, DateTime day)
    {
        var fromEnd = ((DateTime.DaysInMonth(day.Year, day.Month) - day.Day) / 7) + 1;
        return Weekdays[(int)day.DayOfWeek] == weekday[^2..]
            && (
                weekday.Length == 2
                || int.Parse(weekday[..^2], CultureInfo.InvariantCulture) is var place
                    && (place == ((day.Day - 1) / 7) + 1 || place == -fromEnd)
            );
    }

    private string[] Values(string part) => _parts.GetValueOrDefault(part)?.Split(',') ?? [];

    private static DateTime Monday(DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
