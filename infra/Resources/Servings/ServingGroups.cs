using Infra.Model.Servings;
using Infra.Model.Tpu;
using Infra.Resources.LeaderWorkerSets;
using Pulumi;

namespace Infra.Resources.Servings;

/// <summary>The groups of a serving: a LeaderWorkerSet, and how it is waited for.</summary>
internal static class ServingGroups
{
    private const string Template = "spec.leaderWorkerTemplate";

    /// <summary>
    /// All leaders ready, each worker running. Only the leader's probe asks the model, so this is the model's own word. Source:
    /// <c>updateConditions</c> in the controller of LWS; without replicas it is true at once.
    /// </summary>
    private const string IsAvailable = "condition=Available";

    /// <summary>
    /// Machines had in another way are other node pools: the pods start anew although nothing about them changed, and only an object that
    /// changed is waited for.
    /// </summary>
    private const string CapacityAnnotation = "jetstream-pathways/capacity";

    /// <summary>The LeaderWorkerSet.</summary>
    public static LeaderWorkerSetArgs Of(Serving serving, ServingPods pods) =>
        new() { Metadata = ObjectMetadata.Of(serving, serving.Name, Annotations(serving)), Spec = Spec(serving, pods) };

    /// <summary>
    /// Other subgroups or another size make other groups: the API refuses to change the ones, and below LWS 0.7 the other. Time-outs here
    /// win over annotations; without either, pulumi-kubernetes gives up after 10 minutes.
    /// </summary>
    public static CustomResourceOptions Options(Serving serving, Resource parent)
    {
        var options = new CustomResourceOptions
        {
            Parent = parent,
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { $"{Template}.subGroupPolicy", $"{Template}.size" },
        };
        if (serving.WaitUntilReady)
        {
            var patience = new ServingPatience(serving);
            options.CustomTimeouts = new CustomTimeouts { Create = patience.Create, Update = patience.Update };
        }

        return options;
    }

    private static InputMap<string> Annotations(Serving serving)
    {
        var annotations = new InputMap<string>
        {
            [serving.IsDisaggregated ? TopologyAnnotation.SubGroupExclusive : TopologyAnnotation.Exclusive] =
                NodeLabel.NodePool,
        };
        if (serving.WaitUntilReady)
        {
            annotations.Add(PulumiAnnotation.WaitFor, IsAvailable);
        }

        if (serving is { WaitUntilReady: true, HasOwnPools: true })
        {
            annotations.Add(CapacityAnnotation, $"{serving.Capacity}");
        }

        return annotations;
    }

    private static LeaderWorkerSetSpecArgs Spec(Serving serving, ServingPods pods)
    {
        var template = new LeaderWorkerTemplateArgs
        {
            Size = serving.GroupSize,
            LeaderTemplate = pods.Leader(),
            WorkerTemplate = pods.Worker(),
        };
        if (serving.IsDisaggregated)
        {
            template.SubGroupPolicy = SubGroups(serving.Slice);
        }

        return new() { Replicas = serving.Replicas, LeaderWorkerTemplate = template };
    }

    /// <summary>One subgroup to each slice.</summary>
    /// <remarks>
    /// Subgroups of one pod would give the leader a slice of its own (LWS 0.10) or take it from a worker (before), so there the leader
    /// stays out of them. Source: the pod webhook of LWS, and kubernetes-sigs/lws#917.
    /// </remarks>
    private static SubGroupPolicyArgs SubGroups(TpuSlice slice) =>
        slice.IsMultiHost
            ? new() { SubGroupSize = slice.Hosts }
            : new() { SubGroupSize = slice.Hosts, SubGroupPolicyType = "LeaderExcluded" };
}
