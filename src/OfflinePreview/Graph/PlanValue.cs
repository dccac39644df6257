using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace OfflinePreview.Graph;

/// <summary>A value of a plan: what is known about an argument before the resources exist.</summary>
/// <remarks>Values are compared by content. Absent and null are the same: a null entry is never kept.</remarks>
public abstract record PlanValue
{
    private protected PlanValue() { }

    /// <summary>A string that is wholly known.</summary>
    public static implicit operator PlanValue(string text) => PlanString.Known(text);

    /// <summary>A known Boolean.</summary>
    public static implicit operator PlanValue(bool value) => new PlanBool(value);
}

/// <summary>A known Boolean.</summary>
public sealed record PlanBool(bool Value) : PlanValue;

/// <summary>A known number, kept as its shortest invariant string, so that it is written as it was read.</summary>
public sealed record PlanNumber(string Text) : PlanValue;

/// <summary>A string of known, unknown and secret segments. A wholly unknown or secret value has one segment.</summary>
/// <remarks>
/// An argument of any other type that is unknown or secret is a <see cref="PlanString"/> with that one segment.
/// <see cref="FromSegments"/> joins neighboring literals and omits empty ones.
/// </remarks>
public sealed record PlanString : PlanValue
{
    // Most strings are wholly known: they are stored as they are.
    private readonly ImmutableArray<StringSegment> _parts;

    private PlanString(string known) => Literal = known;

    private PlanString(ImmutableArray<StringSegment> parts) => _parts = parts;

    /// <summary>The characters of a wholly known string; null for any other.</summary>
    public string? Literal { get; }

    /// <summary>The segments from left to right; none for an empty string.</summary>
    public ImmutableArray<StringSegment> Segments =>
        Literal switch
        {
            null => _parts,
            "" => [],
            var known => [new StringSegment.Literal(known)],
        };

    /// <summary>The string as people read it: <c>[secret]</c> for a secret segment, <c>[unknown: NAME]</c> for an unknown one.</summary>
    public string Display => Literal ?? string.Concat(Segments.Select(part => part.Display));

    /// <summary>Creates a known string.</summary>
    public static PlanString Known(string text) => new(text);

    /// <summary>Creates a value that is unknown until <paramref name="output"/> (<c>resource.property</c>) is known.</summary>
    public static PlanString Unknown(string output) => FromSegments([new StringSegment.Unknown(output)]);

    /// <summary>Creates a secret value without a digest.</summary>
    public static PlanString Secret() => FromSegments([new StringSegment.Secret()]);

    /// <summary>Creates a string and joins neighboring literals.</summary>
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

/// <summary>A segment of a <see cref="PlanString"/>.</summary>
public abstract record StringSegment
{
    private StringSegment() { }

    /// <summary>The segment as people read it.</summary>
    public string Display =>
        this switch
        {
            Literal literal => literal.Text,
            Unknown unknown => $"[unknown: {unknown.Output}]",
            _ => "[secret]",
        };

    /// <summary>Characters that are known.</summary>
    public sealed record Literal(string Text) : StringSegment;

    /// <summary>Characters that are unknown until <paramref name="Output"/> (<c>resource.property</c>) is known.</summary>
    public sealed record Unknown(string Output) : StringSegment;

    /// <summary>Characters that are never shown.</summary>
    /// <param name="Digest">
    /// Distinguishes ciphertexts: the first <see cref="DigestLength"/> digits of the SHA-256; null without a ciphertext.
    /// </param>
    public sealed record Secret(string? Digest = null) : StringSegment
    {
        /// <summary>How many hexadecimal digits a digest has.</summary>
        public const int DigestLength = 12;

        /// <summary>The segment of a setting that is encrypted as <paramref name="ciphertext"/>.</summary>
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
