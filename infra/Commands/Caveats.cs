using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Prices;

namespace Infra.Commands;

/// <summary>Caveats that a reader should know although no setting causes them.</summary>
/// <remarks>
/// They are not warnings: no change of a stack file removes them, and <c>--strict</c> must stay useful. Sources:
/// JetStream's README on its archiving, the README of pathways-utils on access to Pathways; <see cref="Infra.Model.Memory.MemoryEstimate"/>.
/// </remarks>
internal static class Caveats
{
    private const string Products =
        "Pathways on Cloud is in Preview and requires an allow-listed project. JetStream was archived in February 2026; Google's successor is "
        + "the TPU backend of vLLM.";

    private const string Memory =
        "Memory is estimated, in GB of 10^9 bytes. Activations and programs are not included and need part of the headroom.";

    private const string Network =
        "An existing network is not checked: it requires Cloud NAT, private Google access, a firewall rule for the webhooks of LeaderWorkerSet (TCP "
        + "9443) and, in a Shared VPC, roles in the host project (docs/prerequisites.md).";

    /// <summary>The notes on a stack's servings; none without servings.</summary>
    /// <param name="servings">The servings.</param>
    /// <param name="isManaged">Whether the stack creates the cluster.</param>
    /// <param name="createsNetwork">Whether it also creates the network.</param>
    public static ImmutableArray<string> Create(
        IReadOnlyCollection<ServingSizing> servings,
        bool isManaged,
        bool createsNetwork
    ) =>
        servings.Count == 0
            ? []
            :
            [
                .. isManaged ? [] : servings.Select(Pools),
                .. isManaged && !createsNetwork ? [Network] : Array.Empty<string>(),
                Memory,
                ChipCost.Omissions,
                Products,
            ];

    private static string Pools(ServingSizing sizing)
    {
        var slice = sizing.Serving.Slice;
        var place = sizing.Serving.Namespace is { } name ? $", and the namespace {name}, which must exist" : "";
        return $"An existing cluster is not checked: {sizing.Serving.Name} requires {sizing.TotalSlices} node "
            + $"{(sizing.TotalSlices == 1 ? "pool" : "pools")} of {slice} that no other workload in its namespace uses{place}.";
    }
}
