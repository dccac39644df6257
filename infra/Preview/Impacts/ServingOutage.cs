using Infra.Preview.Diff;
using Infra.Preview.Graph;
using Infra.Preview.Output;

namespace Infra.Preview.Impacts;

/// <summary>Which replicas of a LeaderWorkerSet do not answer during or after an update.</summary>
/// <param name="step">What happens to the set.</param>
/// <param name="pools">What happens to its node pools.</param>
/// <param name="isCarried">Whether the cluster that it runs in is replaced or deleted.</param>
/// <param name="losesController">Whether the definition of its kind is deleted.</param>
internal sealed class ServingOutage(ResourceStep step, PoolSteps pools, bool isCarried, bool losesController)
{
    private readonly string _name = step.Old!.Inputs.Find("metadata", "name").AsText() ?? step.Old.Name;
    private readonly long? _before = ReplicaRollout.ReplicasOf(step.Old);
    private readonly long? _after = step.New is { } now ? ReplicaRollout.ReplicasOf(now) : 0;
    private readonly ReplicaRollout? _rollout = ReplicaRollout.IsCausedBy(step) ? ReplicaRollout.Read(step.Old) : null;

    /// <summary>One sentence for each LeaderWorkerSet whose replicas do not all keep answering.</summary>
    public static IEnumerable<FormattableString> Describe(GraphDiff diff, CarriedSteps carried)
    {
        var all = diff.Steps.Where(step => step.Old is { } old && TpuNodePool.IsPool(old)).ToList();
        var deletesSets = ControllerRelease.DeletesSets(diff, carried);
        return diff
            .Steps.Where(step => step.Old is { } old && TypeNames.Last(old.Type) == "LeaderWorkerSet")
            .Where(step => ReplicaRollout.ReplicasOf(step.Old!) != 0)
            .Select(step =>
                new ServingOutage(
                    step,
                    PoolSteps.Find(step.Old!, all),
                    carried.HolderOf(step.Old!) is not null,
                    deletesSets
                ).Describe()
            )
            .OfType<FormattableString>();
    }

    private FormattableString? Describe() =>
        step.Kind == StepKind.Delete ? OfDeletion()
        : losesController ? $"{_name} is no longer served: its LeaderWorkerSet is deleted with the CRD"
        : step.Kind == StepKind.Replace && !step.DeletesFirst
            ? $"The replicas of {_name} stop once its new LeaderWorkerSet is created, clients must use the new name or namespace"
        : _after == 0 ? (FormattableString)$"No replica of {_name} answers any more: its replicas are set to 0"
        : ReasonOfOutage() is { } reason ? $"No replica of {_name} answers until the model is loaded again: {reason}"
        : OfSomeReplicas();

    private FormattableString? OfDeletion() =>
        step.Old!.Options["retainOnDelete"] is PlanBool { Value: true } ? null
        : _before == 1 ? (FormattableString)$"{_name} is no longer served: its replica stops"
        : $"{_name} is no longer served: its {_before} replicas stop";

    private FormattableString? ReasonOfOutage() =>
        isCarried ? (FormattableString)$"the cluster that it runs in is replaced"
        : pools.AreAllGone ? $"all its node pools are replaced or deleted"
        : step.Kind == StepKind.Replace ? $"its LeaderWorkerSet is deleted before the new one is created"
        : _rollout is not { IsOutage: true } ? null
        : _before == 1 ? (FormattableString)$"its only replica restarts"
        : $"all its replicas restart at once";

    private FormattableString? OfSomeReplicas() =>
        _after < _before
            ? (FormattableString)
                $"{_before - _after} of {_before} replicas of {_name} stop{(pools.Gone > 0 ? Moves : $"")}"
        : pools.Gone > 0
            ? $"Up to {Math.Min(pools.Gone, _before ?? pools.Gone)} of {_before} replicas of {_name} do not answer until their node pools are ready and the model is loaded again"
        : _rollout is { AtOnce: 1 }
            ? $"The {_before} replicas of {_name} restart one by one and load the model again, the others keep answering"
        : _rollout is { } rollout
            ? (FormattableString)
                $"The {_before} replicas of {_name} restart {rollout.AtOnce} at a time and load the model again, the others keep answering"
        : null;

    private static FormattableString Moves =>
        $", a replica that runs on a deleted node pool moves to another one and loads the model again";
}
