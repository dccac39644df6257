using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>How long a machine may run: whole hours or days, such as <c>24h</c> or <c>7d</c>, at most seven days.</summary>
/// <remarks>Source: the longest run that flex-start allows.</remarks>
public sealed partial record RunDuration
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "whole hours or days, at most seven days, such as 24h or 7d";

    private RunDuration(TimeSpan time) => Time = time;

    /// <summary>The longest that there is: seven days.</summary>
    public static RunDuration Max { get; } = new(TimeSpan.FromDays(7));

    /// <summary>The time.</summary>
    public TimeSpan Time { get; }

    /// <summary>Reads a duration; false for another form, for none and for more than seven days.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RunDuration? duration)
    {
        var match = Pattern().Match(text);
        var count = match.Success ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;
        var time = match.Groups["unit"].Value is "d" ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count);
        duration = time > TimeSpan.Zero && time <= Max.Time ? new RunDuration(time) : null;
        return duration is not null;
    }

    [GeneratedRegex(
        @"\A(?<count>[0-9]{1,3})(?<unit>[hd])\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
