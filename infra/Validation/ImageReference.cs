using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Validation;

/// <summary>Names of container images. Source: the grammar of references of the distribution project.</summary>
internal static partial class ImageReference
{
    private const int MaxLength = 400;

    /// <summary>Whether a string names an image, with or without tag and digest.</summary>
    internal static bool IsImage(string text) =>
        text.Length <= MaxLength && Reference().Match(text) is { Success: true } match && IsPort(match.Groups["port"]);

    /// <summary>Whether a string names an image without tag and digest.</summary>
    internal static bool IsRepository(string text) => IsImage(text) && GetTag(text) is null && !HasDigest(text);

    /// <summary>Whether a string is a tag.</summary>
    internal static bool IsTag(string text) => Tag().IsMatch(text);

    /// <summary>Whether an image is pinned by its digest.</summary>
    internal static bool HasDigest(string image) => image.Contains('@');

    /// <summary>The image's tag; null where it has none.</summary>
    internal static string? GetTag(string image)
    {
        var name = image.Split('@')[0].Split('/')[^1];
        return name.Contains(':') ? name[(name.IndexOf(':') + 1)..] : null;
    }

    private static bool IsPort(Group port) =>
        !port.Success
        || (
            int.TryParse(port.ValueSpan, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= ushort.MaxValue
        );

    /// <summary>A host differs from a folder by its dot, its port, a capital letter or its name: <c>localhost</c>.</summary>
    [GeneratedRegex(
        @"\A((localhost|[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)+|[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(?=:[0-9]+/)|(?=[^/]*[A-Z])[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(?=/))(:(?<port>[0-9]{1,5}))?/)?[a-z0-9]+((\.|__?|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|__?|-+)[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Tag();
}
