using System.Collections.Immutable;
using System.Globalization;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Model.Tpu;

namespace Infra.Validation;

/// <summary>The hosts of a slice hold the pods that run on them.</summary>
/// <remarks>
/// The leader shares a host with a worker, so that a host holds the containers of both. Kubernetes requests the limit of a container that requests
/// nothing.
/// </remarks>
internal static class HostRules
{
    private const double Gib = 1024.0 * 1024 * 1024;

    private static readonly HostResource[] Resources =
    [
        new("cpu", "vCPUs", 1, HostCapacity.GetCpu),
        new("memory", "GiB", Gib, HostCapacity.GetMemory),
    ];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } = [Rule.ForServing("HostTooSmall", Check)];

    private static void Check(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var resource in Resources)
        {
            var containers = one.Serving.Containers.All.Select(container => Read(container, resource.Name)).ToList();
            var total = containers.Sum(container => container.Request);
            var capacity = resource.Capacity(one.Serving.Slice.MachineType);
            if (total > capacity)
            {
                var largest = containers.MaxBy(container => container.Request)!;
                Report(largest, largest.RequestKey, largest.Request, capacity - total + largest.Request);
                continue;
            }

            foreach (var container in containers)
            {
                if (container.Limit is { } limit && limit > capacity - total + container.Request)
                {
                    Report(container, "limits", limit, capacity - total + container.Request);
                }
            }

            void Report(ContainerAmounts container, string key, double amount, double left) =>
                diagnostics
                    .ForKey($"containers.{container.Key}.resources.{key}")
                    .Error(resource.Name, Violation(one.Serving, resource, amount, capacity, left));
        }
    }

    private static string Violation(
        Serving serving,
        HostResource resource,
        double amount,
        double capacity,
        double left
    ) =>
        $"is {Format(amount, resource)} {resource.Unit}, more than is left on a host. A {serving.Slice.MachineType} has {Format(capacity, resource)} {resource.Unit} for pods, and "
        + $"the other containers of the leader and a worker request {Format(capacity - left, resource)}. Allowed: "
        + (left > 0 ? $"at most {Format(left, resource)} {resource.Unit}" : "smaller requests of the other containers");

    private static string Format(double amount, HostResource resource) =>
        (Math.Floor(amount / resource.UnitSize * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture);

    private static ContainerAmounts Read(NamedContainer container, string resource)
    {
        var resources = container.Container.Resources;
        var (request, limit) = (Amount(resources.Requests, resource), Amount(resources.Limits, resource));
        return new(container.Key, request ?? limit ?? 0, limit, request is null ? "limits" : "requests");
    }

    private static double? Amount(IReadOnlyDictionary<string, string> amounts, string resource) =>
        amounts.TryGetValue(resource, out var text) && KubernetesQuantity.TryParse(text, out var quantity)
            ? quantity.Value
            : null;

    private sealed record HostResource(string Name, string Unit, double UnitSize, Func<MachineType, double> Capacity);

    /// <summary>The amounts of one resource that a container requests and may use.</summary>
    private sealed record ContainerAmounts(string Key, double Request, double? Limit, string RequestKey);
}
