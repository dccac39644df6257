using System.Collections.Immutable;

namespace StackConfig.Schema;

/// <summary>A flag that editors complete and explain. Other flags are allowed too.</summary>
/// <param name="Name">The name, without leading dashes.</param>
/// <param name="Help">The description, as Markdown.</param>
/// <param name="Choices">The values to choose from; empty if they cannot be listed.</param>
/// <param name="Examples">Examples of values, if they cannot be listed.</param>
public sealed record KnownFlag(
    string Name,
    string Help,
    ImmutableArray<string> Choices,
    ImmutableArray<string> Examples
);
