using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A time in UTC in the form that GKE expects, such as <c>2025-01-04T00:00:00Z</c>.</summary>
public sealed partial record UtcTime
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "a time in UTC, such as 2025-01-04T00:00:00Z";

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const int MinYear = 1970;
    private const int MaxYear = 2100;

    private UtcTime(DateTime value) => Value = value;

    /// <summary>The time.</summary>
    public DateTime Value { get; }

    /// <summary>Reads a time; false for another form, and for a date that no calendar has.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out UtcTime? time)
    {
        var value = default(DateTime);
        var isTime =
            Pattern().IsMatch(text)
            && DateTime.TryParseExact(
                text,
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out value
            );
        time = isTime && value.Year is >= MinYear and < MaxYear ? new(value) : null;
        return time is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString(Format, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
