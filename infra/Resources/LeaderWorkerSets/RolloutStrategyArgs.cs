using Pulumi;

namespace Infra.Resources.LeaderWorkerSets;

/// <summary>How the groups of a <see cref="LeaderWorkerSet"/> are replaced when its template changes.</summary>
public sealed class RolloutStrategyArgs : ResourceArgs
{
    /// <summary>The kind of rollout. <c>RollingUpdate</c> is the only one.</summary>
    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;

    /// <summary>The pace of a rolling update.</summary>
    [Input("rollingUpdateConfiguration")]
    public Input<RollingUpdateConfigurationArgs>? RollingUpdateConfiguration { get; set; }
}

/// <summary>The pace of a rolling update.</summary>
public sealed class RollingUpdateConfigurationArgs : ResourceArgs
{
    /// <summary>Groups, or a percentage of them, that may be missing. Default 1; not 0 together with a surge of 0.</summary>
    [Input("maxUnavailable")]
    public InputUnion<int, string>? MaxUnavailable { get; set; }

    /// <summary>Groups, or a percentage of them, above the desired number. Default 0. Each needs slices of its own.</summary>
    [Input("maxSurge")]
    public InputUnion<int, string>? MaxSurge { get; set; }

    /// <summary>The first group that is updated; those below keep the old template. Default 0 (LWS 0.8).</summary>
    [Input("partition")]
    public Input<int>? Partition { get; set; }
}
