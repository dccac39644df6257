using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>What an update does with one resource, and why.</summary>
public sealed record ResourceStep
{
    /// <summary>What is done.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The resource before; null when there was none.</summary>
    public ResourceNode? Old { get; init; }

    /// <summary>The resource after; null when there is none.</summary>
    public ResourceNode? New { get; init; }

    /// <summary>The changes of everything that the two differ in, options and URNs among it; none where one of them is null.</summary>
    public ImmutableArray<PropertyChange> AllChanges { get; init; } = [];

    /// <summary>Whether a replaced resource is deleted before it is made anew.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>Whether the resource is deleted because another one is deleted before it is replaced.</summary>
    public bool IsCascadedDeletion { get; init; }

    /// <summary>The resource as it will be, or else as it was.</summary>
    public ResourceNode Node => New ?? Old!;

    /// <summary>The resource's former URN when it was renamed by an alias; else null.</summary>
    public string? RenamedFrom => Old is not null && New is not null && Old.Urn != New.Urn ? Old.Urn : null;

    /// <summary>Whether an update has something to do that Pulumi counts as a change.</summary>
    public bool IsChange => Kind is not (StepKind.Same or StepKind.Read);

    /// <summary>
    /// The changes of arguments, without those that the program asks to ignore; paths start at the arguments. Where the resource follows
    /// another one, <c>provider</c> or <c>replaceWith</c> is among them.
    /// </summary>
    public IEnumerable<PropertyChange> Changes =>
        Part(NodeDocument.Inputs)
            .Where(change => change.Effect != ChangeEffect.Ignored)
            .Concat(
                AllChanges.Where(change =>
                    change.Path == ForcedReplacement.Provider && change.Effect == ChangeEffect.Replaces
                )
            )
            .Concat(Part(NodeDocument.Options).Where(change => change.Effect == ChangeEffect.Replaces));

    /// <summary>The changes of options; paths start at the options.</summary>
    public IEnumerable<PropertyChange> OptionChanges =>
        Part(NodeDocument.Options).Where(change => change.Effect != ChangeEffect.Replaces);

    /// <summary>The paths of the arguments that force a replacement; <c>provider</c> or <c>replaceWith</c> where it follows another one.</summary>
    public IEnumerable<PropertyPath> ReplaceReasons => WithEffect(ChangeEffect.Replaces);

    /// <summary>The paths of the arguments whose change the server refuses.</summary>
    public IEnumerable<PropertyPath> RejectReasons => WithEffect(ChangeEffect.Rejected);

    /// <summary>Whether there is anything to show of it: a change, options that differ, another name.</summary>
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
