using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Decides the steps of an update, resource by resource in the order in which the engine meets them.</summary>
/// <remarks>Source: <c>continueStepsFromDiff</c> and <c>diff</c> in the Pulumi engine's step_generator.go.</remarks>
internal sealed class StepPlanner
{
    private readonly StackGraph _after;
    private readonly Dictionary<string, ResourceState> _old;
    private readonly Dictionary<string, string> _partners;
    private readonly Dictionary<string, string> _renamed;
    private readonly Dictionary<string, ResourceStep> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyPath> _deletedFirst = new(StringComparer.Ordinal);
    private readonly Lazy<Dependents> _dependents;
    private readonly ProviderChanges _providers;
    private readonly HashSet<string> _withRemoteChildren;

    private StepPlanner(StackGraph before, StackGraph after)
    {
        _after = after;
        _old = before.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _partners = ResourceMatcher.Match(before, after);
        _renamed = _partners.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        _dependents = new(() => new(before));
        _providers = new(_old, _steps);
        _withRemoteChildren = before
            .Resources.Concat(after.Resources)
            .Where(resource => resource.Kind == ResourceKind.RemoteChild)
            .Select(resource => resource.Parent)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>One step for each resource of either graph, sorted by URN (ordinal).</summary>
    public static ImmutableArray<ResourceStep> Plan(StackGraph before, StackGraph after)
    {
        var planner = new StepPlanner(before, after);
        foreach (var resource in before.Resources.IsEmpty ? after.Resources : RegistrationOrder.Sort(after))
        {
            planner._steps.Add(resource.Urn, planner.PlanStep(resource));
        }

        return
        [
            .. planner
                ._steps.Values.Concat(
                    before
                        .Resources.Where(resource => !planner._renamed.ContainsKey(resource.Urn))
                        .Select(planner.Delete)
                )
                .OrderBy(step => step.Resource.Urn, StringComparer.Ordinal),
        ];
    }

    private ResourceStep PlanStep(ResourceState resource)
    {
        var old = _partners.TryGetValue(resource.Urn, out var urn) ? _old[urn] : null;
        var step = StepFactory.Create(old, resource);
        if (old is null || step.Kind is StepKind.Read)
        {
            return step;
        }

        step = ApplyDependencies(step, old);
        if (step is { Kind: StepKind.Replace, DeleteBeforeReplace: true } && !_deletedFirst.ContainsKey(old.Urn))
        {
            DeleteDependents(old, resource);
        }

        return step;
    }

    private ResourceStep Delete(ResourceState old) =>
        StepFactory.Delete(old) with
        {
            IsCascadedDeletion = _deletedFirst.ContainsKey(old.Urn),
        };

    // Applies the consequences of earlier steps.
    private ResourceStep ApplyDependencies(ResourceStep step, ResourceState old)
    {
        var resource = step.New!;
        if (resource.Kind == ResourceKind.RemoteComponent && _withRemoteChildren.Contains(resource.Urn))
        {
            return step with { Kind = StepKind.Same }; // its provider registers it without arguments, and its children change
        }

        if (_deletedFirst.TryGetValue(old.Urn, out var reason))
        {
            return StepFactory.Replace(step, reason) with { DeleteBeforeReplace = true, IsCascadedDeletion = true };
        }

        if (ResourceOption.Urns(resource, ResourceOption.ReplaceWith).Any(IsReplaced))
        {
            return StepFactory.Replace(step, ForcedReplacement.ReplaceWith);
        }

        if (_providers.ForceReplacement(old, resource))
        {
            return StepFactory.Replace(step, ForcedReplacement.Provider);
        }

        var changed = StepFactory.WithChanges(step, UnknownArguments.FindChanges(resource, NewResource));
        return _providers.ChangeProject(old, resource)
            ? StepFactory.Classify(
                changed with
                {
                    AllChanges = ForcedReplacement.Apply(ForcedReplacement.Provider, changed),
                }
            )
            : changed;
    }

    private void DeleteDependents(ResourceState root, ResourceState resource)
    {
        var gone = new Queue<string>([root.Urn]);
        while (gone.TryDequeue(out var urn))
        {
            foreach (var dependent in _dependents.Value.GetDependents(urn).Where(MarkDeletedFirst))
            {
                gone.Enqueue(dependent.Resource.Urn);
            }
        }

        foreach (var replacedWith in _dependents.Value.GetReplacedWith(resource.Urn))
        {
            MarkDeletedFirst(replacedWith);
        }
    }

    // Whether it was not marked before. A resource that is registered already cannot depend on a deleted one.
    private bool MarkDeletedFirst(DependentReplacement dependent) =>
        !(_renamed.TryGetValue(dependent.Resource.Urn, out var urn) && _steps.ContainsKey(urn))
        && _deletedFirst.TryAdd(dependent.Resource.Urn, dependent.Reason);

    private bool IsReplaced(string urn) => _steps.TryGetValue(urn, out var step) && step.Kind == StepKind.Replace;

    private ResourceState? NewResource(string urn) =>
        _steps.TryGetValue(urn, out var step) && step.Kind is StepKind.Replace or StepKind.Create ? step.New : null;
}
