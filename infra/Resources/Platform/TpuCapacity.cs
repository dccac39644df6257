using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>Sets the provisioning model of a node pool's machines; the models exclude each other.</summary>
/// <remarks>Source: the validation in Google's Cluster Toolkit.</remarks>
internal static class TpuCapacity
{
    /// <summary>Sets the arguments for the capacity of a serving.</summary>
    public static void Apply(Serving serving, NodePoolArgs pool, NodePoolNodeConfigArgs nodes)
    {
        switch (serving.Capacity.Kind)
        {
            case CapacityKind.FlexStart:
                ApplyFlexStart(serving.Capacity, serving.Slice.Hosts, pool, nodes);
                return;
            case CapacityKind.Spot:
                nodes.Spot = true;
                nodes.ReservationAffinity = CreateNoReservationAffinity();
                break;
            case CapacityKind.Reservation:
                nodes.ReservationAffinity = CreateReservationAffinity(serving.Capacity.Reservation!.Text);
                break;
        }

        pool.NodeCount = serving.Slice.Hosts;
        pool.UpgradeSettings = OneNodeAtATimeUpgrade();
    }

    /// <summary>
    /// The pool starts empty and scales to the whole slice at once; limits count per zone, and there is one zone. GKE upgrades such pools with
    /// short-lived upgrades, which the provider does not know: any upgrade settings would always differ.
    /// </summary>
    private static void ApplyFlexStart(Capacity capacity, int hosts, NodePoolArgs pool, NodePoolNodeConfigArgs nodes)
    {
        nodes.FlexStart = true;
        nodes.MaxRunDuration = $"{(long)capacity.MaxRun.TotalSeconds}s";
        nodes.ReservationAffinity = CreateNoReservationAffinity();
        pool.InitialNodeCount = 0;
        pool.Autoscaling = new NodePoolAutoscalingArgs
        {
            MinNodeCount = 0,
            MaxNodeCount = hosts,
            LocationPolicy = "ANY",
        };
        pool.Management = new NodePoolManagementArgs { AutoRepair = false, AutoUpgrade = true };
    }

    /// <summary>Nodes are upgraded in place: a slice cannot have a surge node.</summary>
    private static NodePoolUpgradeSettingsArgs OneNodeAtATimeUpgrade() =>
        new()
        {
            Strategy = "SURGE",
            MaxSurge = 0,
            MaxUnavailable = 1,
        };

    private static NodePoolNodeConfigReservationAffinityArgs CreateNoReservationAffinity() =>
        new() { ConsumeReservationType = "NO_RESERVATION" };

    private static NodePoolNodeConfigReservationAffinityArgs CreateReservationAffinity(string reservation) =>
        new()
        {
            ConsumeReservationType = "SPECIFIC_RESERVATION",
            Key = "compute.googleapis.com/reservation-name",
            Values = { reservation },
        };
}
