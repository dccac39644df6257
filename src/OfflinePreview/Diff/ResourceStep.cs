using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>The step of an update for one resource.</summary>
public sealed record ResourceStep
{
    /// <summary>The kind of step.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The resource before; null for a new one.</summary>
    public ResourceState? Old { get; init; }

    /// <summary>The resource after; null for a deleted one.</summary>
    public ResourceState? New { get; init; }

    /// <summary>All differences, also of options and URNs; none where one of the resources is null.</summary>
    public ImmutableArray<PropertyChange> AllChanges { get; init; } = [];

    /// <summary>Whether a replaced resource is deleted before the new one is created.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>Whether the resource is deleted because another one is deleted before it is replaced.</summary>
    public bool IsCascadedDeletion { get; init; }

    /// <summary>The resource after the update, or before it if it is deleted.</summary>
    public ResourceState Resource => New ?? Old!;

    /// <summary>The resource's former URN when it was renamed by an alias; else null.</summary>
    public string? RenamedFrom => Old is not null && New is not null && Old.Urn != New.Urn ? Old.Urn : null;

    /// <summary>Whether an update has something to do that Pulumi counts as a change.</summary>
    public bool IsChange => Kind is not (StepKind.Same or StepKind.Read);

    /// <summary>
    /// The changes of arguments, without those that the program asks to ignore; paths start at the arguments. Where the resource follows
    /// another one, <c>provider</c> or <c>replaceWith</c> is among them.
    /// </summary>
    public IEnumerable<PropertyChange> Changes =>
        Part(ResourceDocument.Inputs)
            .Where(change => change.Effect != ChangeEffect.Ignored)
            .Concat(
                AllChanges.Where(change =>
                    change.Path == ForcedReplacement.Provider && change.Effect == ChangeEffect.Replaces
                )
            )
            .Concat(Part(ResourceDocument.Options).Where(change => change.Effect == ChangeEffect.Replaces));

    /// <summary>The changes of options; paths start at the options.</summary>
    public IEnumerable<PropertyChange> OptionChanges =>
        Part(ResourceDocument.Options).Where(change => change.Effect != ChangeEffect.Replaces);

    /// <summary>The paths of the arguments that force a replacement; <c>provider</c> or <c>replaceWith</c> where it follows another one.</summary>
    public IEnumerable<PropertyPath> ReplaceReasons => WithEffect(ChangeEffect.Replaces);

    /// <summary>The paths of the arguments whose change the server refuses.</summary>
    public IEnumerable<PropertyPath> RejectReasons => WithEffect(ChangeEffect.Rejected);

    /// <summary>Whether a preview shows the step: a change, options that differ, a new name.</summary>
    public bool IsVisible => Kind != StepKind.Same || RenamedFrom is not null || OptionChanges.Any();

    private IEnumerable<PropertyPath> WithEffect(ChangeEffect effect) =>
        Changes.Where(change => change.Effect == effect).Select(change => change.Path);

    private IEnumerable<PropertyChange> Part(string name) =>
        from change in AllChanges
        where change.Path.Segments[0].Name == name
        select change with
        {
            Path = new PropertyPath(change.Path.Segments[1..]),
        };
}
