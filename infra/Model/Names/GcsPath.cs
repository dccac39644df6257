using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A place in Cloud Storage: a bucket, and mostly a path in it.</summary>
public sealed partial record GcsPath
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "gs://BUCKET or gs://BUCKET/PATH, without spaces" + GcsText.BucketAccepted;

    private GcsPath(string text) => Text = text;

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>The bucket's name.</summary>
    public string Bucket => GcsText.GetBucket(Text);

    /// <summary>The name in the bucket; empty for the bucket itself.</summary>
    public string Name => GcsText.GetName(Text);

    /// <summary>Reads a path; false when it is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GcsPath? path) =>
        (path = Pattern().IsMatch(text) ? new GcsPath(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\A" + GcsText.Bucket + @"(/[^\s\p{C}]*)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
