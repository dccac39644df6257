using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A version of GKE: a minor version such as <c>1.33</c>, which stands for its newest release, or one release of it.</summary>
public sealed partial record GkeVersion
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "a GKE version, such as 1.36, or a full one such as 1.33.0-gke.1712000";

    private readonly int[] _parts;

    private GkeVersion(string text, int[] parts) => (Text, _parts) = (text, parts);

    /// <summary>The version as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a version; false for what GKE would not take as one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GkeVersion? version)
    {
        var match = Pattern().Match(text);
        version = match.Success ? new GkeVersion(text, Numbers(match.Groups["part"].Captures)) : null;
        return version is not null;
    }

    /// <summary>The version that <paramref name="text"/> is known to be.</summary>
    public static GkeVersion Parse(string text) =>
        TryParse(text, out var version)
            ? version
            : throw new ArgumentException($"'{text}' is not valid. Allowed: {Accepted}", nameof(text));

    /// <summary>Whether this version, or the newest release that it stands for, is <paramref name="least"/> or newer.</summary>
    public bool IsAtLeast(GkeVersion least)
    {
        for (var place = 0; place < Math.Min(_parts.Length, least._parts.Length); place++)
        {
            if (_parts[place] != least._parts[place])
            {
                return _parts[place] > least._parts[place];
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private static int[] Numbers(CaptureCollection parts)
    {
        var numbers = new int[parts.Count];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = int.Parse(parts[index].Value, CultureInfo.InvariantCulture);
        }

        return numbers;
    }

    [GeneratedRegex(
        @"\A(?<part>1)\.(?<part>[0-9]{2,3})(\.(?<part>[0-9]{1,3})(-gke\.(?<part>[0-9]{1,9}))?)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
