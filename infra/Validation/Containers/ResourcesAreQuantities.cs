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
        foreach (var (place, container) in OwnContainers.Of(serving, report))
        {
            Check(place.At("resources.requests"), container.Resources.Requests);
            Check(place.At("resources.limits"), container.Resources.Limits);
            Compare(place.At("resources.limits"), container.Resources);
        }
    }

    private static void Check(Report report, IReadOnlyDictionary<string, string> amounts)
    {
        foreach (var (resource, amount) in amounts)
        {
            var key = KeyPath.Entry("", resource);
            if (!Known.Contains(resource))
            {
                report.Error(key, $"is not asked for here; accepted: {string.Join(", ", Known)}");
            }
            else if (!KubernetesQuantity.TryParse(amount, out _))
            {
                report.Error(key, $"`{KeyPath.Shown(amount)}` is no quantity; accepted: {KubernetesQuantity.Accepted}");
            }
        }
    }

    private static void Compare(Report report, ResourceSettings resources)
    {
        foreach (var (resource, limit) in resources.Limits)
        {
            var isBelow =
                KubernetesQuantity.TryParse(limit, out var most)
                && KubernetesQuantity.TryParse(resources.Requests.GetValueOrDefault(resource) ?? "", out var asked)
                && most.Amount < asked.Amount;
            if (isBelow)
            {
                var request = resources.Requests[resource];
                report.Error(
                    KeyPath.Entry("", resource),
                    $"{limit} is less than the request of {request}; accepted: at least {request}"
                );
            }
        }
    }
}
