using System.Collections.Immutable;

namespace Infra.Configuration;

/// <summary>A flag that can be explained to whoever writes a stack file. Flags that are not known are accepted too.</summary>
/// <param name="Name">Its name, without leading dashes.</param>
/// <param name="Text">What it is, as Markdown.</param>
/// <param name="Examples">Values that it may have, where they cannot all be counted.</param>
public sealed record KnownFlag(string Name, string Text, params ImmutableArray<string> Examples)
{
    /// <summary>The values to choose from; others are accepted too. Default: none.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}
