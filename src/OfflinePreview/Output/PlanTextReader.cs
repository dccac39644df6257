using System.Collections.Immutable;
using System.Text;
using OfflinePreview.Graph;
using static OfflinePreview.Output.PlanTextNotation;

namespace OfflinePreview.Output;

/// <summary>Reads <see cref="PlanTextNotation"/>.</summary>
internal static class PlanTextReader
{
    /// <summary>Reads a text.</summary>
    public static PlanText Read(string written)
    {
        if (!written.Contains('['))
        {
            return PlanText.Known(written);
        }

        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var literal = new StringBuilder();
        for (var index = 0; index < written.Length; index++)
        {
            var isEscaped = IsBracket(written, index) && HalveSlashesAtEnd(literal);
            if (isEscaped || !IsBracket(written, index))
            {
                literal.Append(written[index]);
                continue;
            }

            parts.Add(new TextPart.Literal(literal.ToString()));
            literal.Clear();
            parts.Add(ReadPart(written, ref index));
        }

        parts.Add(new TextPart.Literal(literal.ToString()));
        return PlanText.Of(parts);
    }

    // Leaves index at the part's last character.
    private static TextPart ReadPart(string written, ref int index)
    {
        if (StartsWith(written, index, SecretPart))
        {
            index += SecretPart.Length - 1;
            return new TextPart.Secret();
        }

        if (DigestAt(written, index) is { } digest)
        {
            index += DigestStart.Length + digest.Length;
            return new TextPart.Secret(digest);
        }

        var name = new StringBuilder();
        for (index += UnknownStart.Length; index < written.Length && written[index] != ']'; index++)
        {
            index += written[index] == '\\' && index + 1 < written.Length ? 1 : 0;
            name.Append(written[index]);
        }

        return index < written.Length
            ? new TextPart.Unknown(name.ToString())
            : throw new PlanFormatException($"A text has a \"{UnknownStart}\" without its \"]\".");
    }

    // Tells whether there was an odd number of them.
    private static bool HalveSlashesAtEnd(StringBuilder text)
    {
        var slashes = SlashesAtEnd(text);
        text.Length -= (slashes + 1) / 2;
        return slashes % 2 == 1;
    }
}
