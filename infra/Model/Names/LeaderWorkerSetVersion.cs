using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Names;

/// <summary>A release of the LeaderWorkerSet controller.</summary>
/// <remarks>Source: the tags of kubernetes-sigs/lws from v0.4.0, which the guide uses, to August 2026.</remarks>
public sealed record LeaderWorkerSetVersion
{
    private LeaderWorkerSetVersion(string text) => Text = text;

    /// <summary>The newest release that is known here.</summary>
    public static LeaderWorkerSetVersion Newest => All[^1];

    /// <summary>Every release that is known here, oldest first.</summary>
    public static ImmutableArray<LeaderWorkerSetVersion> All { get; } =
    [
        new("v0.4.0"),
        new("v0.4.1"),
        new("v0.4.2"),
        new("v0.5.0"),
        new("v0.5.1"),
        new("v0.6.0"),
        new("v0.6.1"),
        new("v0.6.2"),
        new("v0.6.3"),
        new("v0.7.0"),
        new("v0.8.0"),
        new("v0.9.0"),
        new("v0.10.0"),
    ];

    /// <summary>The release's tag: <c>v0.10.0</c>.</summary>
    public string Text { get; }

    /// <summary>Whether a subgroup can exclude the leader, which is supported since v0.6.0.</summary>
    public bool CanExcludeLeader => IsFrom("v0.6.0");

    /// <summary>
    /// Whether conditions are current for the observed generation (since v0.9.0). Before, Available can be stale after an update.
    /// </summary>
    public bool ObservesGeneration => IsFrom("v0.9.0");

    /// <summary>Reads a tag; false when no release of that tag is known here.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LeaderWorkerSetVersion? version) =>
        (version = All.FirstOrDefault(known => known.Text == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    private bool IsFrom(string first) => All.SkipWhile(known => known.Text != first).Contains(this);
}
