using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Settings;

/// <summary>A place in Cloud Storage: a bucket, and mostly a path in it.</summary>
/// <remarks>Bucket names follow the Cloud Storage naming rules: 3 to 63 lower-case letters, digits, dashes, dots, underscores.</remarks>
public sealed partial record GcsPath
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "gs://BUCKET or gs://BUCKET/PATH, without spaces";

    private GcsPath(string text) => Text = text;

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>The bucket's name.</summary>
    public string Bucket => Text["gs://".Length..].Split('/')[0];

    /// <summary>Reads a path; false when it is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GcsPath? path) =>
        (path = Pattern().IsMatch(text) ? new GcsPath(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\Ags://[a-z0-9][a-z0-9._-]{1,61}[a-z0-9](/[^\s\p{C}]*)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Pattern();
}
