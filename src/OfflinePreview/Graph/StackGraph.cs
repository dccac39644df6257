using System.Collections.Immutable;

namespace OfflinePreview.Graph;

/// <summary>The resources of one stack, recorded without engine, credentials or network.</summary>
/// <param name="Project">The Pulumi project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Resources">The resources, sorted by URN (ordinal); the stack's own resource is among them.</param>
public sealed record StackGraph(string Project, string Stack, ImmutableArray<ResourceState> Resources)
{
    /// <inheritdoc />
    public bool Equals(StackGraph? other) =>
        other is not null
        && (Project, Stack) == (other.Project, other.Stack)
        && Resources.SequenceEqual(other.Resources);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Project, Stack, Resources.Length);
}
