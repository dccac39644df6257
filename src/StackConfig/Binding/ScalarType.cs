using System.Collections.Immutable;

namespace StackConfig.Binding;

/// <summary>How a string in a stack file becomes a value of a type, and what is allowed.</summary>
/// <param name="Accepted">What is allowed, as the end of a message: "Allowed: …".</param>
/// <param name="Parse">Parses a string; null if the rule does not allow it.</param>
public sealed record ScalarType(string Accepted, Func<string, object?> Parse)
{
    /// <summary>Every text that is accepted, where they can be counted; else empty.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>The pattern of texts that are accepted besides those that are known; null for none.</summary>
    public string? OtherPattern { get; init; }
}
