using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>One object in Cloud Storage, by a name that needs no quoting in IAM conditions, commands and addresses.</summary>
/// <remarks>Cloud Storage takes nearly any text as a name; what is refused here is what its own naming guide advises against.</remarks>
public sealed partial record GcsObject
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "gs://BUCKET/PATH/FILE, with letters, digits and any of -_.=+@~ between single slashes, and no dot at the start of a part"
        + GcsText.BucketAccepted;

    private GcsObject(string text) => Text = text;

    /// <summary>The object as it was written.</summary>
    public string Text { get; }

    /// <summary>The bucket's name.</summary>
    public string Bucket => GcsText.GetBucket(Text);

    /// <summary>The object's name in its bucket.</summary>
    public string Name => GcsText.GetName(Text);

    /// <summary>Reads an object's place; false when it is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GcsObject? found) =>
        (found = Pattern().IsMatch(text) ? new GcsObject(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\A" + GcsText.Bucket + GcsText.PlainName + @"\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
