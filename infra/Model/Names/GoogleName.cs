namespace Infra.Model.Names;

/// <summary>Names of Google Cloud resources: a letter, then letters, digits and dashes, no longer than the resource allows.</summary>
public static class GoogleName
{
    /// <summary>The maximum length of a service account's ID.</summary>
    public const int MaxAccountIdLength = 30;

    private const int HashLength = 8;

    /// <summary>
    /// <paramref name="text"/> with <paramref name="suffix"/> where that is a name of at most <paramref name="limit"/> characters; else
    /// as much of it as fits, and a hash that keeps different texts apart. The same text always gives the same name.
    /// </summary>
    /// <param name="text">What the name is made of; any text.</param>
    /// <param name="limit">The most characters that the resource's name may have.</param>
    /// <param name="suffix">An ending that is kept whole; itself made of lower-case letters, digits and dashes.</param>
    public static string Create(string text, int limit, string suffix = "")
    {
        var room = limit - suffix.Length;
        var clean = Clean(text);
        return (clean.Length > 0 && clean == text && clean.Length <= room ? clean : Shorten(text, clean, room))
            + suffix;
    }

    private static string Shorten(string text, string clean, int room)
    {
        var hash = ShortHash.Compute(text, HashLength);
        var kept = clean[..Math.Min(clean.Length, room - HashLength - 1)].TrimEnd('-');
        return kept.Length == 0 ? $"x{hash}" : $"{kept}-{hash}";
    }

    private static string Clean(string text)
    {
        var letters = Array.ConvertAll(
            text.ToLowerInvariant().ToCharArray(),
            letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'
        );
        return new string(letters).TrimStart("-0123456789".ToCharArray()).TrimEnd('-');
    }
}
