using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A folder in Cloud Storage, by a name that needs no quoting in IAM conditions, commands and addresses.</summary>
/// <remarks>A folder is the start that the names of its objects share; there is none without a name, which would be the whole bucket.</remarks>
public sealed partial record GcsFolder
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "gs://BUCKET/FOLDER/, with letters, digits and any of -_.=+@~ between single slashes, and no dot at the start of a part"
        + GcsText.BucketAccepted;

    private GcsFolder(string text) => Text = text;

    /// <summary>The folder, always with a slash at its end.</summary>
    public string Text { get; }

    /// <summary>The bucket's name.</summary>
    public string Bucket => GcsText.GetBucket(Text);

    /// <summary>The folder's name in its bucket, with a slash at its end.</summary>
    public string Name => GcsText.GetName(Text);

    /// <summary>Reads a folder, with or without a slash at its end; false when it is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GcsFolder? folder) =>
        (folder = Pattern().IsMatch(text) ? new GcsFolder($"{text.TrimEnd('/')}/") : null) is not null;

    /// <summary>Whether something else in Cloud Storage lies in the folder, or is it.</summary>
    /// <param name="place">The other's place: <c>gs://BUCKET</c> or <c>gs://BUCKET/PATH</c>.</param>
    public bool Holds(string place) => $"{place.TrimEnd('/')}/".StartsWith(Text, StringComparison.Ordinal);

    /// <summary>Whether the folder lies in something else in Cloud Storage, or is it.</summary>
    /// <param name="place">The other's place: <c>gs://BUCKET</c> or <c>gs://BUCKET/PATH</c>.</param>
    public bool LiesIn(string place) => Text.StartsWith($"{place.TrimEnd('/')}/", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\A" + GcsText.Bucket + GcsText.PlainName + @"/?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
