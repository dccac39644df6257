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

    /// <summary>Sums of decimal fractions are a little less than they should be.</summary>
    private const double Tolerance = 1e-6;

    private static readonly HostResource[] Resources =
    [
        new("cpu", "vCPUs", 1, HostCapacity.GetCpu),
        new("memory", "GiB", Gib, HostCapacity.GetMemory),
    ];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } = [Rule.ForServing("HostTooSmall", Check)];

    /// <summary>Where the requests exceed the host, the largest one is reported; else each limit that the other requests leave no room for.</summary>
    private static void Check(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var resource in Resources)
        {
            var containers = one.Serving.Containers.All.Select(container => Read(container, resource.Name)).ToList();
            var capacity = resource.Capacity(one.Serving.Slice.MachineType);
            var isFull = containers.Sum(container => container.Request) > capacity;
            foreach (var container in isFull ? [containers.MaxBy(container => container.Request)!] : containers)
            {
                var others = containers.Where(other => other != container).Sum(other => other.Request);
                var (key, amount) = isFull
                    ? (container.RequestKey, container.Request)
                    : ("limits", container.Limit ?? 0);
                if (amount > capacity - others)
                {
                    diagnostics
                        .ForKey($"containers.{container.Key}.resources.{key}")
                        .Error(resource.Name, Violation(one.Serving, resource, amount, others));
                }
            }
        }
    }

    private static string Violation(Serving serving, HostResource resource, double amount, double others)
    {
        var capacity = resource.Capacity(serving.Slice.MachineType);
        return $"is {Format(amount, resource)}, more than is available on a host: a {serving.Slice.MachineType} has {Format(capacity, resource)} for pods, and the other "
            + $"containers of the leader and a worker request {Format(others, resource)}. Allowed: "
            + (
                capacity > others
                    ? $"at most {Format(capacity - others, resource)}"
                    : "smaller requests of the other containers"
            );
    }

    private static string Format(double amount, HostResource resource) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Floor((amount / resource.UnitSize * 100) + Tolerance) / 100:0.##} {resource.Unit}"
        );

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
