using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A range of IPv4 addresses, such as <c>10.0.0.0/20</c>.</summary>
public sealed partial record CidrRange
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "an IPv4 range that starts at its first address, such as 10.0.0.0/20";

    /// <summary>What is wrong with a range of clients that <see cref="AdmitsAlmostEveryone"/>, and what is accepted.</summary>
    public const string TooWide = "admits almost every address. Allowed: your own ranges, each a /8 or smaller";

    private const int MinAccessPrefix = 8;

    private CidrRange(string text) => Text = text;

    /// <summary>The range as it is written.</summary>
    public string Text { get; }

    /// <summary>How many leading bits its addresses share.</summary>
    public int PrefixLength => Network.PrefixLength;

    /// <summary>How many addresses it has.</summary>
    public long Size => 1L << (32 - PrefixLength);

    /// <summary>Whether it is too wide to say who may connect: larger than the largest private range, a <c>/8</c>.</summary>
    public bool AdmitsAlmostEveryone => PrefixLength < MinAccessPrefix;

    private IPNetwork Network => IPNetwork.Parse(Text);

    /// <summary>Reads a range; false when it is none or does not start at its first address.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CidrRange? range)
    {
        range =
            Pattern().IsMatch(text) && IPNetwork.TryParse(text, out var network) && network.ToString() == text
                ? new CidrRange(text)
                : null;
        return range is not null;
    }

    /// <summary>The range that <paramref name="text"/> is known to be.</summary>
    public static CidrRange Parse(string text) =>
        TryParse(text, out var range)
            ? range
            : throw new ArgumentException($"'{text}' is not valid. Allowed: {Accepted}", nameof(text));

    /// <summary>Whether an address lies in both ranges.</summary>
    public bool Overlaps(CidrRange other) =>
        Network.Contains(other.Network.BaseAddress) || other.Network.Contains(Network.BaseAddress);

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\A[0-9]{1,3}(\.[0-9]{1,3}){3}/[0-9]{1,2}\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
