using Pulumi;

namespace Infra.Resources.LeaderWorkerSets;

/// <summary>The desired groups of a <see cref="LeaderWorkerSet"/>.</summary>
public sealed class LeaderWorkerSetSpecArgs : ResourceArgs
{
    /// <summary>The number of groups. Default 1; 0 to 1,000,000, and replicas times size at most 2,147,483,647.</summary>
    [Input("replicas")]
    public Input<int>? Replicas { get; set; }

    /// <summary>The template of each group. Required.</summary>
    [Input("leaderWorkerTemplate", required: true)]
    public Input<LeaderWorkerTemplateArgs> LeaderWorkerTemplate { get; set; } = null!;
}
