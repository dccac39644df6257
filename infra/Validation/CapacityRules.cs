using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.Names;
using Infra.Model.Tpu;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>How TPU capacity is provisioned, and how much of it.</summary>
/// <remarks>
/// Sources: "About TPUs in GKE"; GKE's page on the dynamic workload scheduler, which recommends flex-start for single-host slices; the
/// webhook of LeaderWorkerSet, which makes workers wait for their leader's node.
/// </remarks>
internal static class CapacityRules
{
    /// <summary>More would plan for hours and cost accordingly: most likely a typing error.</summary>
    private const int MaxSlices = 1_000;

    private const string Mismatch = "CapacityKindMismatch";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing(Mismatch, Severity.Error, "capacity.kind", (_, one) => MissingKind(one)),
        Exclusive("reservation", capacity => capacity.Reservation, CapacityKind.Reservation, "reservation"),
        Exclusive("maxRunDuration", capacity => capacity.MaxRunDuration, CapacityKind.FlexStart, "flex-start"),
        Rule.ForServing(
            Mismatch,
            Severity.Error,
            "capacity.reservation",
            (_, one) =>
                one.Serving.Capacity is { Kind: CapacityKind.Reservation, Reservation: null }
                    ? $"is missing. Allowed: {ReservationName.Accepted}"
                    : null
        ),
        Rule.ForServing(
            Mismatch,
            Severity.Error,
            "capacity.kind",
            (_, one) =>
                one.Serving.Capacity.Kind == CapacityKind.Queued
                    ? "queued is not supported, because the stack does not create the ProvisioningRequest that it requires. Allowed: on-demand, spot, reservation, flex-start"
                    : null
        ),
        Rule.ForServing(
            "FlexStartUnverified",
            Severity.Warning,
            "capacity.kind",
            (_, one) =>
                one.Serving.Capacity.Kind == CapacityKind.FlexStart
                    ? "flex-start is unverified: its node pools start empty, and no source shows that GKE adds a slice for the leader, which is the first "
                        + "pod and requests no chips. Allowed without this warning: on-demand, spot, reservation"
                    : null
        ),
        Rule.ForServing(
            "FlexStartUnverified",
            Severity.Warning,
            "capacity.kind",
            (_, one) =>
                one.Serving is { Capacity.Kind: CapacityKind.FlexStart, Slice: { IsMultiHost: true } slice }
                    ? $"Google recommends flex-start for single-host slices, but {slice} has {slice.Hosts} hosts. Allowed without this warning: on-demand, spot, reservation"
                    : null
        ),
        Rule.ForServing(
            "SpotInProduction",
            Severity.Warning,
            "capacity.kind",
            (stack, one) =>
                stack.Settings.Environment == StackEnvironment.Prod && one.Serving.Capacity.Kind == CapacityKind.Spot
                    ? "Spot VMs can be preempted with 30 seconds' notice. One preemption stops the whole slice, and the model must then be loaded again. Allowed in prod "
                        + "without this warning: on-demand, reservation, flex-start"
                    : null
        ),
        new("TooManySlices", CheckSlices),
    ];

    private static Rule Exclusive(string key, Func<Capacity, object?> value, CapacityKind kind, string name) =>
        Rule.ForServing(
            Mismatch,
            Severity.Error,
            $"capacity.{key}",
            (_, one) =>
                value(one.Serving.Capacity) is not null && one.Serving.Capacity.Kind != kind && MissingKind(one) is null
                    ? $"is only used with kind {name}. Remove it, or set kind: {name}"
                    : null
        );

    /// <summary>A reservation without a kind is a kind that was forgotten, not a contradiction with the default kind.</summary>
    private static string? MissingKind(ServingContext one) =>
        one.Serving.Capacity is { Reservation: not null, Kind: CapacityKind.OnDemand } && !one.IsSet("capacity.kind")
            ? "is missing, but reservation is set. Set kind: reservation, or remove reservation"
            : null;

    private static void CheckSlices(RuleContext stack, DiagnosticSink diagnostics)
    {
        var slices = 0L;
        foreach (var one in stack.Platform is null ? [] : stack.Servings)
        {
            slices += one.Sizing.TotalSlices;
            if (slices > MaxSlices)
            {
                diagnostics
                    .ForKey(one.Key)
                    .Error(
                        "replicas",
                        $"increases the stack to {slices} slices. Allowed: at most {MaxSlices} slices in all servings together"
                    );
                return;
            }
        }
    }
}
