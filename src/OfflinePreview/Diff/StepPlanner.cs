using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Decides the steps of an update, resource by resource in the order in which the engine meets them.</summary>
/// <remarks>Source: <c>continueStepsFromDiff</c> and <c>diff</c> in the Pulumi engine's step_generator.go.</remarks>
internal sealed class StepPlanner
{
    private readonly StackGraph _after;
    private readonly Dictionary<string, ResourceNode> _old;
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
        _old = before.Resources.ToDictionary(node => node.Urn, StringComparer.Ordinal);
        _partners = ResourceMatcher.Match(before, after);
        _renamed = _partners.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        _dependents = new(() => new(before));
        _providers = new(_old, _steps);
        _withRemoteChildren = before
            .Resources.Concat(after.Resources)
            .Where(node => node.Kind == ResourceKind.RemoteChild)
            .Select(node => node.Parent)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>One step for each resource of either graph, sorted by URN (ordinal).</summary>
    public static ImmutableArray<ResourceStep> Plan(StackGraph before, StackGraph after)
    {
        var planner = new StepPlanner(before, after);
        foreach (var node in before.Resources.IsEmpty ? after.Resources : RegistrationOrder.Sort(after))
        {
            planner._steps.Add(node.Urn, planner.PlanStep(node));
        }

        return
        [
            .. planner
                ._steps.Values.Concat(
                    before.Resources.Where(node => !planner._renamed.ContainsKey(node.Urn)).Select(planner.Delete)
                )
                .OrderBy(step => step.Node.Urn, StringComparer.Ordinal),
        ];
    }

    private ResourceStep PlanStep(ResourceNode node)
    {
        var old = _partners.TryGetValue(node.Urn, out var urn) ? _old[urn] : null;
        var step = StepFactory.Create(old, node);
        if (old is null || step.Kind is StepKind.Read)
        {
            return step;
        }

        step = ApplyDependencies(step, old);
        if (step is { Kind: StepKind.Replace, DeleteBeforeReplace: true } && !_deletedFirst.ContainsKey(old.Urn))
        {
            DeleteDependents(old, node);
        }

        return step;
    }

    private ResourceStep Delete(ResourceNode old) =>
        StepFactory.Delete(old) with
        {
            IsCascadedDeletion = _deletedFirst.ContainsKey(old.Urn),
        };

    // Applies the consequences of earlier steps.
    private ResourceStep ApplyDependencies(ResourceStep step, ResourceNode old)
    {
        var node = step.New!;
        if (node.Kind == ResourceKind.RemoteComponent && _withRemoteChildren.Contains(node.Urn))
        {
            return step with { Kind = StepKind.Same }; // its provider registers it without arguments, and its children change
        }

        if (_deletedFirst.TryGetValue(old.Urn, out var reason))
        {
            return StepFactory.Replace(step, reason) with { DeleteBeforeReplace = true, IsCascadedDeletion = true };
        }

        if (ResourceOption.Urns(node, ResourceOption.ReplaceWith).Any(IsReplaced))
        {
            return StepFactory.Replace(step, ForcedReplacement.ReplaceWith);
        }

        if (_providers.ForceReplacement(old, node))
        {
            return StepFactory.Replace(step, ForcedReplacement.Provider);
        }

        var changed = StepFactory.WithChanges(step, UnknownArguments.FindChanges(node, NewResource));
        return _providers.ChangeProject(old, node)
            ? StepFactory.Classify(
                changed with
                {
                    AllChanges = ForcedReplacement.Apply(ForcedReplacement.Provider, changed),
                }
            )
            : changed;
    }

    private void DeleteDependents(ResourceNode root, ResourceNode node)
    {
        var gone = new Queue<string>([root.Urn]);
        while (gone.TryDequeue(out var urn))
        {
            foreach (var dependent in _dependents.Value.GetDependents(urn).Where(MarkDeletedFirst))
            {
                gone.Enqueue(dependent.Node.Urn);
            }
        }

        foreach (var replacedWith in _dependents.Value.GetReplacedWith(node.Urn))
        {
            MarkDeletedFirst(replacedWith);
        }
    }

    // Whether it was not marked before. A resource that is registered already cannot depend on a deleted one.
    private bool MarkDeletedFirst(DependentReplacement dependent) =>
        !(_renamed.TryGetValue(dependent.Node.Urn, out var urn) && _steps.ContainsKey(urn))
        && _deletedFirst.TryAdd(dependent.Node.Urn, dependent.Reason);

    private bool IsReplaced(string urn) => _steps.TryGetValue(urn, out var step) && step.Kind == StepKind.Replace;

    private ResourceNode? NewResource(string urn) =>
        _steps.TryGetValue(urn, out var step) && step.Kind is StepKind.Replace or StepKind.Create ? step.New : null;
}
