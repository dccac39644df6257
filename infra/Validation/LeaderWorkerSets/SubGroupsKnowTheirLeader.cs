using Infra.Model.Names;

namespace Infra.Validation.LeaderWorkerSets;

/// <summary>Slices of one host are subgroups of one pod, and those need a controller that can leave the leader out of them.</summary>
/// <remarks>
/// Sources: the changes of LWS 0.6, which brought <c>LeaderExcluded</c>; before, the leader would take the first slice from its worker.
/// A controller that the cluster has already is not known here.
/// </remarks>
public sealed class SubGroupsKnowTheirLeader : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        var controller = stack.Settings.LeaderWorkerSet;
        if (!controller.Install || controller.Version.CanExcludeLeader)
        {
            return;
        }

        foreach (
            var (key, serving, _) in stack.Servings.Where(one =>
                one.Serving is { IsDisaggregated: true, Slice.IsMultiHost: false }
            )
        )
        {
            var first = LeaderWorkerSetVersion.All.First(version => version.CanExcludeLeader);
            report.Error(
                "leaderWorkerSet.version",
                $"{controller.Version} cannot keep the leader of {key} out of its {serving.Slices} slices of one host; accepted: {first} or newer"
            );
        }
    }
}
