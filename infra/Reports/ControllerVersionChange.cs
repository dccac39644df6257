using Infra.Model.Names;

namespace Infra.Reports;

/// <summary>The impact of another version of the LeaderWorkerSet controller on the LeaderWorkerSets of its cluster.</summary>
internal static class ControllerVersionChange
{
    /// <summary>What users notice; null where a version is unknown or stays.</summary>
    /// <param name="before">The version's tag before the update.</param>
    /// <param name="after">The tag after it; null when that is unknown.</param>
    public static FormattableString? Describe(string before, string? after) =>
        !LeaderWorkerSetVersion.TryParse(before, out var from)
        || !LeaderWorkerSetVersion.TryParse(after ?? "", out var to)
            ? null
            : Rank(to).CompareTo(Rank(from)) switch
            {
                < 0 => Downgraded(from.Text, to.Text),
                > 0 => Upgraded(from, to),
                _ => null,
            };

    // The newer definition's fields are pruned by the API server once the older one is in its place.
    private static FormattableString Downgraded(string from, string to) =>
        $"The LeaderWorkerSet controller is downgraded from {from} to {to}, which is not supported: the older CRD drops the fields that it does not know, from every LeaderWorkerSet of the cluster, including those of other stacks";

    /// <remarks>Source: site/content/en/docs/troubleshooting of LeaderWorkerSet v0.10.0, on its pull request 434.</remarks>
    private static FormattableString Upgraded(LeaderWorkerSetVersion from, LeaderWorkerSetVersion to) =>
        !from.CanExcludeLeader && to.CanExcludeLeader
            ? (FormattableString)
                $"The LeaderWorkerSet controller is upgraded from {from.Text} to {to.Text}: LeaderWorkerSets with subgroups go through a rolling update, including those of other stacks"
            : $"The LeaderWorkerSet controller is upgraded from {from.Text} to {to.Text}: that alone restarts no replica";

    private static int Rank(LeaderWorkerSetVersion version) => LeaderWorkerSetVersion.All.IndexOf(version);
}
