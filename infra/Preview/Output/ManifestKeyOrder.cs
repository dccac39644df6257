using System.Collections.Immutable;

namespace Infra.Preview.Output;

/// <summary>
/// The order of keys that readers of manifests expect: what names an object first, then what a container runs, then all others
/// ordinally.
/// </summary>
internal sealed class ManifestKeyOrder : IComparer<string>
{
    private static readonly ImmutableArray<string> First =
    [
        "apiVersion",
        "kind",
        "metadata",
        "name",
        "namespace",
        "labels",
        "annotations",
        "image",
        "imagePullPolicy",
        "command",
        "args",
        "env",
        "ports",
        "resources",
    ];

    private ManifestKeyOrder() { }

    /// <summary>The order.</summary>
    public static ManifestKeyOrder Comparer { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y) =>
        (Rank(x), Rank(y)) is var (left, right) && left != right ? left.CompareTo(right) : string.CompareOrdinal(x, y);

    private static int Rank(string? key) => First.IndexOf(key!) is >= 0 and var rank ? rank : First.Length;
}
