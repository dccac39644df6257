using Pulumi;

namespace Infra.Resources.LeaderWorkerSets;

/// <summary>How a group of a <see cref="LeaderWorkerSet"/> is divided.</summary>
public sealed class SubGroupPolicyArgs : ResourceArgs
{
    /// <summary>
    /// Pods in a subgroup, at least 1. It must divide the size, or the size less the leader. Immutable; the policy can be neither added nor
    /// removed later.
    /// </summary>
    [Input("subGroupSize", required: true)]
    public Input<int> SubGroupSize { get; set; } = null!;

    /// <summary>
    /// Whether the leader belongs to the first subgroup, <c>LeaderWorker</c> (default), or to none, <c>LeaderExcluded</c>
    /// (LWS 0.6).
    /// </summary>
    [Input("subGroupPolicyType")]
    public Input<string>? SubGroupPolicyType { get; set; }
}
