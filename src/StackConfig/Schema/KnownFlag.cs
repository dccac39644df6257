using System.Collections.Immutable;

namespace StackConfig.Schema;

/// <summary>A flag whose values editors check. Other flags are allowed too.</summary>
/// <param name="Name">The name, without leading dashes.</param>
/// <param name="Type">The type of its value.</param>
public sealed record KnownFlag(string Name, FlagType Type)
{
    /// <summary>The description, as Markdown; null for a flag that editors do not offer.</summary>
    public string? Help { get; init; }

    /// <summary>The values to choose from; empty if they cannot be listed.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether other values than <see cref="Choices"/> are allowed.</summary>
    public bool AllowsOthers { get; init; }

    /// <summary>Examples of values, if they cannot be listed.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>Why it must not be set; null if it may be.</summary>
    public string? Refusal { get; init; }
}

/// <summary>The type of a flag's value.</summary>
public enum FlagType
{
    /// <summary>Any scalar.</summary>
    String,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A Boolean.</summary>
    Boolean,
}
