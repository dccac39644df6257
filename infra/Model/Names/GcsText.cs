namespace Infra.Model.Names;

/// <summary>What all places in Cloud Storage are written of: <c>gs://</c>, a bucket, and mostly a name in it.</summary>
internal static class GcsText
{
    /// <summary>The regular expression of scheme and bucket.</summary>
    /// <remarks>
    /// Bucket names follow the Cloud Storage naming rules: 3 to 63 lower-case letters, digits, dashes, dots and underscores, a letter or digit
    /// at either end.
    /// </remarks>
    public const string Bucket = "gs://[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]";

    /// <summary>The regular expression of a name that needs no quoting in IAM conditions, commands and addresses, with its slash.</summary>
    public const string PlainName = "(/[A-Za-z0-9_=+@~-][A-Za-z0-9._=+@~-]*)+";

    /// <summary>What <see cref="Bucket"/> accepts, as the end of a message.</summary>
    public const string BucketAccepted =
        "; the bucket's name has 3 to 63 lower-case letters, digits, dashes, dots and underscores, a letter or digit at either end";

    private const string Scheme = "gs://";

    /// <summary>The bucket of a place.</summary>
    public static string GetBucket(string text) => text[Scheme.Length..].Split('/')[0];

    /// <summary>The name in the bucket, without the slash before it; empty for the bucket itself.</summary>
    public static string GetName(string text) => text[Scheme.Length..].Split('/', 2) is [_, var name] ? name : "";
}
