using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace OfflinePreview.Graph;

/// <summary>A value as a plan holds it: what is known of an argument before anything exists.</summary>
/// <remarks>Values are compared by content. Absent and null are the same: a null entry is never kept.</remarks>
public abstract record PlanValue
{
    private protected PlanValue() { }

    /// <summary>A string that is wholly known.</summary>
    public static implicit operator PlanValue(string text) => PlanString.Known(text);

    /// <summary>A known Boolean.</summary>
    public static implicit operator PlanValue(bool value) => new PlanBool(value);
}

/// <summary>A known truth value.</summary>
public sealed record PlanBool(bool Value) : PlanValue;

/// <summary>A known number, kept as its shortest invariant text so that writing it again changes nothing.</summary>
public sealed record PlanNumber(string Text) : PlanValue;

/// <summary>A text made of known, unknown and secret parts; one that is wholly unknown or secret has a single part.</summary>
/// <remarks>
/// An argument of any other type that is not known yet, or is secret, is a <see cref="PlanString"/> with that single part.
/// Neighbouring literals are joined and empty ones left out by <see cref="FromSegments"/>.
/// </remarks>
public sealed record PlanString : PlanValue
{
    // Most texts are wholly known: they are held as they are, and cut into parts when someone asks.
    private readonly ImmutableArray<StringSegment> _parts;

    private PlanString(string known) => Literal = known;

    private PlanString(ImmutableArray<StringSegment> parts) => _parts = parts;

    /// <summary>The characters of a text that is wholly known; null for any other.</summary>
    public string? Literal { get; }

    /// <summary>The parts from left to right; none for an empty text.</summary>
    public ImmutableArray<StringSegment> Segments =>
        Literal switch
        {
            null => _parts,
            "" => [],
            var known => [new StringSegment.Literal(known)],
        };

    /// <summary>The text as people read it: <c>[secret]</c> for a secret part, <c>[unknown: NAME]</c> for an unknown one.</summary>
    public string Display => Literal ?? string.Concat(Segments.Select(part => part.Display));

    /// <summary>Makes a text of one known part.</summary>
    public static PlanString Known(string text) => new(text);

    /// <summary>Makes a value that is not known before <paramref name="output"/> (<c>resource.property</c>) is.</summary>
    public static PlanString Unknown(string output) => FromSegments([new StringSegment.Unknown(output)]);

    /// <summary>Makes a value that is never shown.</summary>
    public static PlanString Secret() => FromSegments([new StringSegment.Secret()]);

    /// <summary>Makes a text of <paramref name="parts"/>, joining neighbouring literals.</summary>
    public static PlanString FromSegments(IEnumerable<StringSegment> parts)
    {
        var joined = ImmutableArray.CreateBuilder<StringSegment>();
        foreach (var part in parts)
        {
            if (part is not StringSegment.Literal literal)
            {
                joined.Add(part);
            }
            else if (literal.Text.Length > 0)
            {
                Append(joined, literal);
            }
        }

        return joined.Count == 0 ? new("")
            : joined is [StringSegment.Literal only] ? new(only.Text)
            : new(joined.ToImmutable());
    }

    /// <inheritdoc />
    public bool Equals(PlanString? other) =>
        other is not null && Literal == other.Literal && (Literal is not null || _parts.SequenceEqual(other._parts));

    /// <inheritdoc />
    public override int GetHashCode() =>
        Literal is null ? _parts.Aggregate(0, HashCode.Combine) : Literal.GetHashCode(StringComparison.Ordinal);

    private static void Append(ImmutableArray<StringSegment>.Builder parts, StringSegment.Literal literal)
    {
        if (parts.Count > 0 && parts[^1] is StringSegment.Literal before)
        {
            parts[^1] = new StringSegment.Literal(before.Text + literal.Text);
        }
        else
        {
            parts.Add(literal);
        }
    }
}

/// <summary>A piece of a <see cref="PlanString"/>.</summary>
public abstract record StringSegment
{
    private StringSegment() { }

    /// <summary>The part as people read it.</summary>
    public string Display =>
        this switch
        {
            Literal literal => literal.Text,
            Unknown unknown => $"[unknown: {unknown.Output}]",
            _ => "[secret]",
        };

    /// <summary>Characters that are known.</summary>
    public sealed record Literal(string Text) : StringSegment;

    /// <summary>Characters that are known once <paramref name="Output"/> (<c>resource.property</c>) is.</summary>
    public sealed record Unknown(string Output) : StringSegment;

    /// <summary>Characters that are never shown.</summary>
    /// <param name="Digest">
    /// What tells one ciphertext from another: <see cref="DigestLength"/> digits of its SHA-256; null where there is no ciphertext.
    /// </param>
    public sealed record Secret(string? Digest = null) : StringSegment
    {
        /// <summary>How many hexadecimal digits a digest has.</summary>
        public const int DigestLength = 12;

        /// <summary>The part for a setting that is encrypted as <paramref name="ciphertext"/>.</summary>
        public static Secret FromCiphertext(string? ciphertext) =>
            new(
                ciphertext is null
                    ? null
                    : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ciphertext)))[..DigestLength]
            );
    }
}

/// <summary>Values in order.</summary>
public sealed record PlanList(ImmutableArray<PlanValue> Items) : PlanValue
{
    /// <inheritdoc />
    public bool Equals(PlanList? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc />
    public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);
}
