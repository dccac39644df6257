using Infra.Model.Servings;
using Infra.Model.Tpu;
using Infra.Resources.LeaderWorkerSets;
using Pulumi;

namespace Infra.Resources.Servings;

/// <summary>Creates the LeaderWorkerSet of a serving, and configures how it is awaited.</summary>
internal static class ServingLeaderWorkerSet
{
    private const string Template = "spec.leaderWorkerTemplate";

    /// <summary>
    /// Met when all leaders are ready and all workers are running. Only the leader's probe tests the model. It is met at once without replicas.
    /// Source: <c>updateConditions</c> in the LWS controller.
    /// </summary>
    private const string AvailableCondition = "condition=Available";

    /// <summary>
    /// A change of capacity replaces the node pools and so restarts the pods, although the LeaderWorkerSet does not change. The annotation changes
    /// it, because only changed objects are awaited.
    /// </summary>
    private const string CapacityAnnotation = "jetstream-pathways/capacity";

    /// <summary>Creates the arguments of the LeaderWorkerSet.</summary>
    public static LeaderWorkerSetArgs CreateArgs(Serving serving, ServingPods pods) =>
        new()
        {
            Metadata = ObjectMetadata.Create(serving, serving.Name, CreateAnnotations(serving)),
            Spec = CreateSpec(serving, pods),
        };

    /// <summary>
    /// A change of the subgroup policy, which is immutable, or of the size, which is immutable before LWS 0.7, replaces the LeaderWorkerSet.
    /// Timeouts here override annotations; without either, pulumi-kubernetes times out after 10 minutes.
    /// </summary>
    public static CustomResourceOptions CreateOptions(Serving serving, Resource parent)
    {
        var options = new CustomResourceOptions
        {
            Parent = parent,
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { $"{Template}.subGroupPolicy", $"{Template}.size" },
        };
        if (serving.WaitUntilReady)
        {
            var timeouts = new ServingTimeouts(serving);
            options.CustomTimeouts = new CustomTimeouts { Create = timeouts.Create, Update = timeouts.Update };
        }

        return options;
    }

    private static InputMap<string> CreateAnnotations(Serving serving)
    {
        var annotations = new InputMap<string>
        {
            [serving.IsDisaggregated ? TopologyAnnotation.SubGroupExclusive : TopologyAnnotation.Exclusive] =
                NodeLabel.NodePool,
        };
        if (serving.WaitUntilReady)
        {
            annotations.Add(PulumiAnnotation.WaitFor, AvailableCondition);
        }

        if (serving is { WaitUntilReady: true, CreatesNodePools: true })
        {
            annotations.Add(CapacityAnnotation, $"{serving.Capacity}");
        }

        return annotations;
    }

    private static LeaderWorkerSetSpecArgs CreateSpec(Serving serving, ServingPods pods)
    {
        var template = new LeaderWorkerTemplateArgs
        {
            Size = serving.GroupSize,
            LeaderTemplate = pods.CreateLeader(),
            WorkerTemplate = pods.CreateWorker(),
        };
        if (serving.IsDisaggregated)
        {
            template.SubGroupPolicy = CreateSubGroupPolicy(serving.Slice);
        }

        return new() { Replicas = serving.Replicas, LeaderWorkerTemplate = template };
    }

    /// <summary>One subgroup for each slice.</summary>
    /// <remarks>
    /// With subgroups of one pod, the leader would get a slice of its own (LWS 0.10) or take a worker's place (before), so it is excluded from
    /// them. Source: the pod webhook of LWS, and kubernetes-sigs/lws#917.
    /// </remarks>
    private static SubGroupPolicyArgs CreateSubGroupPolicy(TpuSlice slice) =>
        slice.IsMultiHost
            ? new() { SubGroupSize = slice.Hosts }
            : new() { SubGroupSize = slice.Hosts, SubGroupPolicyType = "LeaderExcluded" };
}
