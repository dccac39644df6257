using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A region of Google Cloud, such as <c>us-east5</c>.</summary>
public sealed partial record Region
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "a Google Cloud region, such as us-east5";

    private Region(string text) => Text = text;

    /// <summary>The region's name.</summary>
    public string Text { get; }

    /// <summary>Reads a region; false for what cannot be one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Region? region) =>
        (region = Pattern().IsMatch(text) ? new Region(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(@"\A[a-z]+-[a-z]+[0-9]{1,2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern();
}
