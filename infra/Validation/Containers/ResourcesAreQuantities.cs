using Infra.Configuration.Reading;
using Infra.Model.Names;
using Infra.Model.Servings;

namespace Infra.Validation.Containers;

/// <summary>
/// Containers ask for processors, memory and disk in quantities that Kubernetes reads, and for no more than they may use. Chips follow
/// from the slice.
/// </summary>
/// <remarks>Source: Kubernetes' documentation of resource management for pods and containers.</remarks>
public sealed class ResourcesAreQuantities : ServingRule
{
    private static readonly string[] Known = ["cpu", "memory", "ephemeral-storage"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        foreach (var (container, written, resolved) in OwnContainers.Of(serving, report))
        {
            var place = container.At("resources");
            Check(place.At("requests"), written.Resources?.Requests);
            Check(place.At("limits"), written.Resources?.Limits);
            Compare(place.At("limits"), resolved);
        }
    }

    private static void Check(Report report, IReadOnlyDictionary<string, string?>? amounts)
    {
        foreach (var (resource, amount) in amounts ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            var key = KeyPath.Entry("", resource);
            if (!Known.Contains(resource))
            {
                report.Error(key, $"is not asked for here; accepted: {string.Join(", ", Known)}");
            }
            else if (amount is not null && !KubernetesQuantity.TryParse(amount, out _))
            {
                report.Error(key, $"`{KeyPath.Shown(amount)}` is no quantity; accepted: {KubernetesQuantity.Accepted}");
            }
        }
    }

    private static void Compare(Report report, ServingContainer container)
    {
        foreach (var (resource, limit) in container.Limits)
        {
            var isBelow =
                KubernetesQuantity.TryParse(limit, out var most)
                && KubernetesQuantity.TryParse(container.Requests.GetValueOrDefault(resource) ?? "", out var asked)
                && most.Amount < asked.Amount;
            if (isBelow)
            {
                var request = container.Requests[resource];
                report.Error(
                    KeyPath.Entry("", resource),
                    $"{limit} is less than the request of {request}; accepted: at least {request}"
                );
            }
        }
    }
}
