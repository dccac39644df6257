using System.Collections.Immutable;

namespace StackConfig.Schema;

/// <summary>What is known about a setting.</summary>
/// <param name="Key">The key from the top of a stack file, without positions in lists: <c>servings.capacity.kind</c>.</param>
/// <param name="Description">What it is.</param>
/// <param name="Default">What holds if it is omitted; empty if that is nothing.</param>
/// <param name="Allowed">The allowed values; empty for a map with keys of its own.</param>
/// <param name="Keys">The keys of its value, or of each item of a list.</param>
public sealed record SettingExplanation(
    string Key,
    string Description,
    string Default,
    string Allowed,
    ImmutableArray<ExplainedKey> Keys
);

/// <summary>A key of a setting.</summary>
/// <param name="Name">The key.</param>
/// <param name="IsRequired">Whether it must be set.</param>
/// <param name="Summary">What it is, in one sentence.</param>
public sealed record ExplainedKey(string Name, bool IsRequired, string Summary);
