using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A zone of Google Cloud: a region, a dash and what tells its zones apart, such as <c>us-east5-b</c>.</summary>
public sealed partial record Zone
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "a Google Cloud zone, such as us-east5-b";

    private Zone(string text) => Text = text;

    /// <summary>The zone's name.</summary>
    public string Text { get; }

    /// <summary>Reads a zone; false for what cannot be one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Zone? zone) =>
        (zone = Pattern().IsMatch(text) ? new Zone(text) : null) is not null;

    /// <summary>The name of its region.</summary>
    public string Region => Text[..Text.LastIndexOf('-')];

    /// <summary>Whether the zone is one of <paramref name="region"/>.</summary>
    public bool IsIn(Region region) => Region == region.Text;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\A[a-z]+-[a-z]+[0-9]{1,2}-[a-z0-9]+\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
