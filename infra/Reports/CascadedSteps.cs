using System.Collections.Frozen;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>
/// Steps that only follow from the replacement or deletion of another resource: it holds them (<c>deletedWith</c>, <c>replaceWith</c>) or is
/// the provider that manages them.
/// </summary>
internal sealed class CascadedSteps
{
    private readonly FrozenDictionary<string, StepKind> _gone;
    private readonly FrozenDictionary<string, ResourceState> _before;

    private CascadedSteps(FrozenDictionary<string, StepKind> gone, FrozenDictionary<string, ResourceState> before) =>
        (_gone, _before) = (gone, before);

    /// <summary>Finds the replaced and deleted resources.</summary>
    public static CascadedSteps Find(GraphDiff diff) =>
        new(
            diff.Steps.Where(IsGone)
                .ToFrozenDictionary(step => step.Old!.Urn, step => step.Kind, StringComparer.Ordinal),
            diff.Before.Resources.ToFrozenDictionary(resource => resource.Urn, StringComparer.Ordinal)
        );

    /// <summary>The URN of the resource that a step follows from; null for a step of its own.</summary>
    public string? GetCause(ResourceStep step) =>
        step.Old is not { } old || !IsGone(step) ? null
        : GetHolder(old) is { } holder ? holder
        : old.Provider is { } provider && _gone.ContainsKey(provider) && IsMoved(step) ? provider
        : null;

    /// <summary>The step of the resource that takes this one along: it is replaced or deleted; null if there is none.</summary>
    public StepKind? GetHolderStep(ResourceState resource) => GetHolder(resource) is { } holder ? _gone[holder] : null;

    /// <summary>The URN of the resource that goes and takes this one along; null for none.</summary>
    /// <remarks>The engine hands <c>deletedWith</c> and <c>replaceWith</c> on from parent to child.</remarks>
    public string? GetHolder(ResourceState resource)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal); // a plan that was read may have a cycle
        for (var next = resource; next is not null && seen.Add(next.Urn); next = FindParent(next))
        {
            if (ResourceOption.Holders(next).FirstOrDefault(_gone.ContainsKey) is { } holder)
            {
                return holder;
            }
        }

        return null;
    }

    private ResourceState? FindParent(ResourceState resource) =>
        resource.Parent is { } parent ? _before.GetValueOrDefault(parent) : null;

    private static bool IsGone(ResourceStep step) => step.Kind is StepKind.Replace or StepKind.Delete;

    private static bool IsMoved(ResourceStep step) =>
        step.Kind == StepKind.Delete || step.ReplaceReasons.All(reason => reason.ToString() == "provider");
}
