using OfflinePreview.Diff;

namespace Infra.Reports;

/// <summary>Which replicas of a LeaderWorkerSet do not answer during or after an update.</summary>
/// <param name="step">The step of the LeaderWorkerSet.</param>
/// <param name="pools">The steps of its node pools.</param>
/// <param name="cluster">The step of its cluster if that is replaced or deleted; else null.</param>
/// <param name="losesController">Whether the definition of its kind is deleted.</param>
internal sealed class ServingOutage(ResourceStep step, ServingPools pools, StepKind? cluster, bool losesController)
{
    private readonly string _name = TpuServing.GetName(step.Old!);
    private readonly long? _before = ReplicaRollout.GetReplicas(step.Old!);
    private readonly long? _after = step.New is { } now ? ReplicaRollout.GetReplicas(now) : 0;
    private readonly ReplicaRollout? _rollout = ReplicaRollout.IsCausedBy(step) ? ReplicaRollout.Read(step.Old!) : null;

    /// <summary>
    /// Sentences on the LeaderWorkerSets whose replicas do not all keep answering, first those of which none answers; one for all of which
    /// the same is true.
    /// </summary>
    public static IEnumerable<FormattableString> Describe(GraphDiff diff, CascadedSteps cascades)
    {
        var pools = PoolSteps.Read(diff);
        var deletesSets = ControllerRelease.DeletesSets(diff, cascades);
        var outages =
            from step in diff.Steps
            where step.Old is { } old && TpuServing.IsLeaderWorkerSet(old) && ReplicaRollout.GetReplicas(old) != 0
            let cluster = cascades.GetHolderStep(step.Old!)
            select new ServingOutage(step, pools.ForSet(step.Old!), cluster, deletesSets);
        var all = outages.ToList();
        return
        [
            .. Group(all, outage => outage.DescribeAllReplicas()),
            .. Group(all, outage => outage.DescribeSomeReplicas()),
        ];
    }

    private static IEnumerable<FormattableString> Group(
        List<ServingOutage> outages,
        Func<ServingOutage, FormattableString?> describe
    ) =>
        SharedSentences.Group(
            from outage in outages
            let sentence = describe(outage)
            where sentence is not null
            select (outage._name, sentence)
        );

    private FormattableString? DescribeAllReplicas()
    {
        if (step.Kind == StepKind.Delete)
        {
            return ResourceOption.IsRetained(step.Old!)
                ? null
                : (FormattableString)$"All replicas of {_name} stop: the LeaderWorkerSet is deleted";
        }

        if (cluster == StepKind.Delete && step.Kind != StepKind.Replace)
        {
            return $"All replicas of {_name} stop: the cluster that they run in is deleted, although the stack still declares the LeaderWorkerSet";
        }

        if (losesController)
        {
            return $"All replicas of {_name} stop: the LeaderWorkerSet is deleted with the CRD, although the stack still declares it";
        }

        if (step.Kind == StepKind.Replace && !step.DeleteBeforeReplace)
        {
            return $"All replicas of {_name} stop once the new LeaderWorkerSet is created: clients must use the new name or namespace";
        }

        if (_after == 0)
        {
            return $"All replicas of {_name} stop: the number of replicas is set to 0";
        }

        return ReasonOfOutage() is { } reason
            ? (FormattableString)$"No replica of {_name} answers until the model is loaded again: {reason}"
            : null;
    }

    private FormattableString? ReasonOfOutage() =>
        cluster is not null ? (FormattableString)$"the cluster is replaced"
        : pools.AllRemoved ? $"all of the node pools are replaced or deleted"
        : step.Kind == StepKind.Replace ? $"the LeaderWorkerSet is deleted before the new one is created"
        : _rollout is not { IsOutage: true } ? null
        : _before == 1 ? (FormattableString)$"the only replica restarts"
        : $"all replicas restart at once";

    private FormattableString? DescribeSomeReplicas() =>
        step.Kind == StepKind.Delete || DescribeAllReplicas() is not null ? null
        : _after < _before ? (FormattableString)$"{_before - _after} of {_before} replicas of {_name} stop{Moves}"
        : pools.Removed > 0
            ? $"Up to {Math.Min(pools.Removed, _before ?? pools.Removed)} of {_before} replicas of {_name} do not answer until their node pools are ready and the model is loaded again"
        : _rollout is { AtOnce: 1 }
            ? $"The replicas of {_name} restart one by one and load the model again; the others keep answering"
        : _rollout is { } rollout
            ? (FormattableString)
                $"The replicas of {_name} restart {rollout.AtOnce} at a time and load the model again; the others keep answering"
        : null;

    // Any replica may run on any of the pools, so what stays may run on those that are deleted.
    private FormattableString Moves =>
        pools.Removed == 0 ? $""
        : pools.Removed >= _after
            ? $"; if the rest run on deleted node pools, they move to other ones and none answers until the model is loaded again"
        : (FormattableString)
            $"; those of the rest that run on deleted node pools move to other ones and do not answer until the model is loaded again";
}
