using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>How changes of arguments affect one type of resource: a row of <c>force-new.yaml</c>.</summary>
internal sealed record ForceNewRule
{
    /// <summary>The arguments whose change replaces the resource.</summary>
    public required ImmutableArray<string> ForceNew { get; init; }

    /// <summary>The arguments whose change replaces the resource under a condition.</summary>
    public required ImmutableArray<ConditionalPath> ForceNewIf { get; init; }

    /// <summary>The arguments whose change the server refuses.</summary>
    public required ImmutableArray<string> Immutable { get; init; }

    /// <summary>The argument that names the resource, of which two cannot exist at the same time; null if there is none.</summary>
    public required string? Name { get; init; }

    /// <summary>The arguments that, where one of them changes, let the former resource be deleted after the new one is created.</summary>
    public required ImmutableArray<string> DeleteBeforeReplaceUnless { get; init; }

    /// <summary>The argument that, while it is set and stays the same, keeps all others from replacing the resource; null for none.</summary>
    public required string? Identifier { get; init; }

    /// <summary>Whether the provider always deletes the former resource before it creates the new one.</summary>
    public required bool DeleteBeforeReplace { get; init; }

    /// <summary>Whether a resource without a project of its own is replaced where its provider's project changes.</summary>
    public required bool ProjectFromProvider { get; init; }

    /// <summary>Whether a change replaces the resource.</summary>
    /// <param name="argument">The change; its path starts at the arguments.</param>
    /// <param name="old">The resource before.</param>
    /// <param name="now">The resource after.</param>
    public bool Replaces(PropertyChange argument, ResourceState old, ResourceState now) =>
        !IsIdentified(old, now)
        && (
            ForceNew.Any(argument.Affects)
            || ForceNewIf.Any(one =>
                argument.Affects(one.Path) && one.Condition(old.GetArgument(one.Path), now.GetArgument(one.Path))
            )
        );

    /// <summary>Whether the provider deletes the former resource first when it replaces one, because of a name that the program sets.</summary>
    public bool ReplacesByDeletingFirst(ResourceState old, ResourceState now) =>
        DeleteBeforeReplace
        || Name is not null
            && now.GetArgument(Name) is not null
            && DeleteBeforeReplaceUnless.All(path => Equals(old.GetArgument(path), now.GetArgument(path)));

    private bool IsIdentified(ResourceState old, ResourceState now) =>
        Identifier is not null && old.GetArgument(Identifier) is { } known && known.Equals(now.GetArgument(Identifier));

    /// <summary>Whether the server refuses a change.</summary>
    public bool Rejects(PropertyChange argument) => Immutable.Any(argument.Affects);
}

/// <summary>An argument whose change replaces a resource where a condition holds for its old and its new value.</summary>
/// <param name="Path">The argument.</param>
/// <param name="Condition">The condition.</param>
internal sealed record ConditionalPath(string Path, Func<PlanValue?, PlanValue?, bool> Condition);
