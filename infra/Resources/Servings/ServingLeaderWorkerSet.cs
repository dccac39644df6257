using Infra.Model.Servings;
using Infra.Model.Tpu;
using Infra.Resources.LeaderWorkerSets;
using Pulumi;

namespace Infra.Resources.Servings;

/// <summary>The groups of a serving: a LeaderWorkerSet, and how it is waited for.</summary>
internal static class ServingLeaderWorkerSet
{
    private const string Template = "spec.leaderWorkerTemplate";

    /// <summary>
    /// All leaders ready, each worker running. Only the leader's probe asks the model, so this is the model's own word. Source:
    /// <c>updateConditions</c> in the controller of LWS; without replicas it is true at once.
    /// </summary>
    private const string AvailableCondition = "condition=Available";

    /// <summary>
    /// Machines had in another way are other node pools: the pods start anew although nothing about them changed, and only an object that
    /// changed is waited for.
    /// </summary>
    private const string CapacityAnnotation = "jetstream-pathways/capacity";

    /// <summary>The LeaderWorkerSet.</summary>
    public static LeaderWorkerSetArgs CreateArgs(Serving serving, ServingPods pods) =>
        new()
        {
            Metadata = ObjectMetadata.Create(serving, serving.Name, CreateAnnotations(serving)),
            Spec = CreateSpec(serving, pods),
        };

    /// <summary>
    /// Other subgroups or another size make other groups: the API refuses to change the ones, and below LWS 0.7 the other. Time-outs here
    /// win over annotations; without either, pulumi-kubernetes gives up after 10 minutes.
    /// </summary>
    public static CustomResourceOptions CreateOptions(Serving serving, Resource parent)
    {
        var options = new CustomResourceOptions
        {
            Parent = parent,
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { $"{Template}.subGroupPolicy", $"{Template}.size" },
        };
        if (serving.IsAwaited)
        {
            var timeouts = new ServingPatience(serving);
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
        if (serving.IsAwaited)
        {
            annotations.Add(PulumiAnnotation.WaitFor, AvailableCondition);
        }

        if (serving is { IsAwaited: true, HasOwnPools: true })
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

    /// <summary>One subgroup to each slice.</summary>
    /// <remarks>
    /// Subgroups of one pod would give the leader a slice of its own (LWS 0.10) or take it from a worker (before), so there the leader
    /// stays out of them. Source: the pod webhook of LWS, and kubernetes-sigs/lws#917.
    /// </remarks>
    private static SubGroupPolicyArgs CreateSubGroupPolicy(TpuSlice slice) =>
        slice.IsMultiHost
            ? new() { SubGroupSize = slice.Hosts }
            : new() { SubGroupSize = slice.Hosts, SubGroupPolicyType = "LeaderExcluded" };
}
