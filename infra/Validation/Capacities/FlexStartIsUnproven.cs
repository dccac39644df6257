using Infra.Configuration.Reading;
using Infra.Model.Tpu;

namespace Infra.Validation.Capacities;

/// <summary>What nobody has shown about flex-start with servings of this kind is told to who chooses it.</summary>
/// <remarks>
/// Sources: GKE's page on the dynamic workload scheduler, which recommends it for single-host slices; the webhook of LeaderWorkerSet, which
/// makes workers wait for their leader's node.
/// </remarks>
public sealed class FlexStartIsUnproven : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (
            var (key, serving, _) in stack.Servings.Where(one => one.Serving.Capacity.Kind == CapacityKind.FlexStart)
        )
        {
            var place = report.At(key);
            place.Add(
                Severity.Warning,
                "capacity.kind",
                "flex-start pools begin empty, and the leader, which asks for no chips, is the first pod: that GKE starts a slice for it is not "
                    + "shown anywhere; spot or a reservation does without"
            );
            if (serving.Slice.IsMultiHost)
            {
                place.Add(
                    Severity.Warning,
                    "capacity.kind",
                    $"Google recommends flex-start for slices of one host; {serving.Slice} has more"
                );
            }
        }
    }
}
