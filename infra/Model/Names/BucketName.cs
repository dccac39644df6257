using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>The name of a bucket. Source: the Cloud Storage naming rules, without dots, which ask for a verified domain.</summary>
public sealed partial record BucketName
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "a bucket name without gs://: 3 to 63 lower-case letters, digits, dashes and underscores, a letter or digit at either end, "
        + "without 'google' and not starting with 'goog'";

    private BucketName(string text) => Text = text;

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>Reads a name; false when Cloud Storage would refuse it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out BucketName? name) =>
        (name = Pattern().IsMatch(text) ? new BucketName(text) : null) is not null;

    /// <summary>
    /// The string from which <see cref="GoogleName"/> creates a name that Cloud Storage accepts: a hash replaces the word that no bucket's name may
    /// contain.
    /// </summary>
    public static string WithoutGoogle(string text) => text.Replace("goog", "g_g", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\A(?!goog)(?!.*google)[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
