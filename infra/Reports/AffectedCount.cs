namespace Infra.Reports;

/// <summary>How many of something do what: <c>4 nodes drain</c>.</summary>
/// <param name="Count">The number; null when it is unknown.</param>
/// <param name="IsUpperBound">Whether there may be fewer.</param>
/// <param name="Noun">One of them.</param>
/// <param name="Verb">What several of them do.</param>
public sealed record AffectedCount(long? Count, bool IsUpperBound, string Noun, string Verb)
{
    /// <summary>Both together.</summary>
    public static AffectedCount operator +(AffectedCount one, AffectedCount other) =>
        one with
        {
            Count = one.Count + other.Count,
            IsUpperBound = one.IsUpperBound || other.IsUpperBound,
        };

    /// <inheritdoc />
    public override string ToString() =>
        Count switch
        {
            null => $"an unknown number of {Noun}s {Verb}",
            1 => $"{(IsUpperBound ? "up to " : "")}1 {Noun} {Verb}s",
            _ => $"{(IsUpperBound ? "up to " : "")}{Count} {Noun}s {Verb}",
        };
}
