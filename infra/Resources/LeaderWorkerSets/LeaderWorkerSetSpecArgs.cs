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

    /// <summary>How groups are replaced when the template changes. Default: one at a time.</summary>
    [Input("rolloutStrategy")]
    public Input<RolloutStrategyArgs>? RolloutStrategy { get; set; }

    /// <summary>When workers are created: <c>LeaderCreated</c> (default) or <c>LeaderReady</c>.</summary>
    [Input("startupPolicy")]
    public Input<string>? StartupPolicy { get; set; }

    /// <summary>How pods are named in the cluster's DNS.</summary>
    [Input("networkConfig")]
    public Input<NetworkConfigArgs>? NetworkConfig { get; set; }
}

/// <summary>How the pods of a <see cref="LeaderWorkerSet"/> are named in the cluster's DNS.</summary>
public sealed class NetworkConfigArgs : ResourceArgs
{
    /// <summary>One headless service for all groups, <c>Shared</c> (default), or one each, <c>UniquePerReplica</c>.</summary>
    [Input("subdomainPolicy", required: true)]
    public Input<string> SubdomainPolicy { get; set; } = null!;
}
