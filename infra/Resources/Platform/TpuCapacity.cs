using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>Says in a pool's arguments how its machines are had; no two ways can be said at once.</summary>
/// <remarks>Source: what GKE refuses, as Google's Cluster Toolkit checks it beforehand.</remarks>
internal static class TpuCapacity
{
    /// <summary>Sets the arguments of the serving's capacity.</summary>
    public static void Apply(Serving serving, NodePoolArgs pool, NodePoolNodeConfigArgs nodes)
    {
        switch (serving.Capacity.Kind)
        {
            case CapacityKind.FlexStart:
                StartWhenFree(serving.Capacity, serving.Slice.Hosts, pool, nodes);
                return;
            case CapacityKind.Spot:
                nodes.Spot = true;
                nodes.ReservationAffinity = NoReservation();
                break;
            case CapacityKind.Reservation:
                nodes.ReservationAffinity = From(serving.Capacity.Reservation!);
                break;
        }

        pool.NodeCount = serving.Slice.Hosts;
        pool.UpgradeSettings = NodeByNode();
    }

    /// <summary>
    /// The pool starts empty and grows to the slice at once; limits count per zone, and there is one zone. GKE upgrades such pools in a
    /// way of its own (short-lived), which the provider does not know: what is said here of upgrades would differ for ever.
    /// </summary>
    private static void StartWhenFree(Capacity capacity, int hosts, NodePoolArgs pool, NodePoolNodeConfigArgs nodes)
    {
        nodes.FlexStart = true;
        nodes.MaxRunDuration = $"{(long)capacity.MaxRun.TotalSeconds}s";
        nodes.ReservationAffinity = NoReservation();
        pool.InitialNodeCount = 0;
        pool.Autoscaling = new NodePoolAutoscalingArgs
        {
            MinNodeCount = 0,
            MaxNodeCount = hosts,
            LocationPolicy = "ANY",
        };
        pool.Management = new NodePoolManagementArgs { AutoRepair = false, AutoUpgrade = true };
    }

    /// <summary>Nodes are upgraded in their place: a node more than the slice has cannot be.</summary>
    private static NodePoolUpgradeSettingsArgs NodeByNode() =>
        new()
        {
            Strategy = "SURGE",
            MaxSurge = 0,
            MaxUnavailable = 1,
        };

    private static NodePoolNodeConfigReservationAffinityArgs NoReservation() =>
        new() { ConsumeReservationType = "NO_RESERVATION" };

    private static NodePoolNodeConfigReservationAffinityArgs From(string reservation) =>
        new()
        {
            ConsumeReservationType = "SPECIFIC_RESERVATION",
            Key = "compute.googleapis.com/reservation-name",
            Values = { reservation },
        };
}
