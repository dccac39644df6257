using System.Text;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>How a text with secret and unknown parts is written as one string.</summary>
/// <remarks>
/// A secret part is <c>[secret]</c>, or <c>[secret sha256:DIGEST]</c> where its ciphertext has a digest; an unknown one is
/// <c>[unknown: NAME]</c>, in whose NAME every <c>\</c> and <c>]</c> has a <c>\</c> before it. Where known characters read like a
/// secret part or <c>[unknown: </c>, a <c>\</c> stands before the bracket. Backslashes directly before a bracket of any kind are doubled, so that an even number of them stands before a part and an odd number before known
/// characters. All other characters stand for themselves.
/// </remarks>
public static class PlanTextNotation
{
    internal const string SecretPart = "[secret]";
    internal const string DigestStart = "[secret sha256:";
    internal const string UnknownStart = "[unknown: ";

    /// <summary>Writes a text so that <see cref="Read"/> gives it back.</summary>
    public static string Write(PlanText text)
    {
        if (text.Literal is { } known && !known.Contains('['))
        {
            return known;
        }

        var written = new StringBuilder();
        foreach (var part in text.Parts)
        {
            switch (part)
            {
                case TextPart.Literal literal:
                    WriteLiteral(written, literal.Text);
                    break;
                case TextPart.Unknown unknown:
                    written.Append('\\', SlashesAtEnd(written)).Append(UnknownStart);
                    WriteName(written, unknown.Output);
                    break;
                case TextPart.Secret secret:
                    written.Append('\\', SlashesAtEnd(written)).Append(WithDigest(secret));
                    break;
            }
        }

        return written.ToString();
    }

    /// <summary>Writes a text for people: parts as above, all characters as they are.</summary>
    public static string Show(PlanText text) => text.Literal ?? string.Concat(text.Parts.Select(Show));

    /// <summary>Reads a text that <see cref="Write"/> wrote.</summary>
    /// <exception cref="PlanFormatException">An unknown part has no end.</exception>
    public static PlanText Read(string written) => PlanTextReader.Read(written);

    private static string Show(TextPart part) =>
        part switch
        {
            TextPart.Literal literal => literal.Text,
            TextPart.Unknown unknown => $"{UnknownStart}{unknown.Output}]",
            _ => SecretPart,
        };

    private static string WithDigest(TextPart.Secret secret) =>
        secret.Digest is null ? SecretPart : $"{DigestStart}{secret.Digest}]";

    private static void WriteLiteral(StringBuilder written, string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (IsBracket(text, index))
            {
                written.Append('\\', SlashesAtEnd(written) + 1);
            }

            written.Append(text[index]);
        }
    }

    private static void WriteName(StringBuilder written, string name)
    {
        foreach (var character in name)
        {
            written.Append(character is '\\' or ']' ? "\\" : "").Append(character);
        }

        written.Append(']');
    }

    /// <summary>Whether a part, or what looks like one, begins at <paramref name="index"/>.</summary>
    internal static bool IsBracket(string text, int index) =>
        StartsWith(text, index, SecretPart)
        || StartsWith(text, index, UnknownStart)
        || DigestAt(text, index) is not null;

    /// <summary>The digest of the secret part that begins at <paramref name="index"/>; null where none with a digest does.</summary>
    internal static string? DigestAt(string text, int index)
    {
        var start = index + DigestStart.Length;
        var end = start + TextPart.Secret.DigestLength;
        return
            StartsWith(text, index, DigestStart)
            && end < text.Length
            && text[end] == ']'
            && text[start..end].All(char.IsAsciiHexDigitLower)
            ? text[start..end]
            : null;
    }

    internal static bool StartsWith(string text, int index, string start) =>
        text.AsSpan(index).StartsWith(start, StringComparison.Ordinal);

    /// <summary>How many backslashes are at the end of <paramref name="text"/>.</summary>
    internal static int SlashesAtEnd(StringBuilder text)
    {
        var count = 0;
        while (count < text.Length && text[text.Length - 1 - count] == '\\')
        {
            count++;
        }

        return count;
    }
}
