using System.Collections.Immutable;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>
/// Two objects of one kind in one namespace cannot share a name, nor can two servings of a stack. A LeaderWorkerSet creates a Service of
/// its own name, through which its pods find each other.
/// </summary>
/// <remarks>Source: <c>CreateHeadlessServiceIfNotExists</c> in the controller of LWS.</remarks>
internal static class NameRules
{
    private const string Id = "DuplicateName";

    private static readonly string[] ReservedPrefixes = ["kube-", "gke-", "gmp-", "anthos-", "asm-", "istio-"];

    private static readonly string[] ReservedNamespaces =
    [
        "lws-system",
        "config-management-system",
        "config-management-monitoring",
        "gatekeeper-system",
        "resource-group-system",
    ];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Unique("name", one => one.Serving.Name),
        Unique("service.name", Service),
        new(Id, CheckOwnServices),
        Rule.ForServing(
            "ReservedNamespace",
            Severity.Error,
            "namespace",
            (stack, one) =>
                stack.Platform is not null && IsReserved(one.Serving.NamespaceName)
                    ? $"{one.Serving.Namespace} belongs to Kubernetes, GKE or the LeaderWorkerSet controller. Allowed: a namespace of your own, or none, which means "
                        + Serving.DefaultNamespace
                    : null
        ),
    ];

    /// <summary>Whether Kubernetes, GKE or the controller creates a namespace of that name.</summary>
    private static bool IsReserved(string name) =>
        ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || ReservedNamespaces.Contains(name);

    private static Rule Unique(string key, Func<ServingContext, string> name) =>
        new(
            Id,
            (stack, diagnostics) =>
            {
                var owners = Owners(stack, name);
                foreach (var one in stack.Servings)
                {
                    if (owners[name(one)].Key is var owner && owner != one.Key)
                    {
                        diagnostics
                            .ForKey(one.Key)
                            .Error(
                                key,
                                $"{name(one)} is already the name of {owner}. Allowed: a name that no other serving has"
                            );
                    }
                }
            }
        );

    /// <summary>The Services that a serving has besides the one of its clients: for its pods, and for its smoke test.</summary>
    private static void CheckOwnServices(RuleContext stack, DiagnosticSink diagnostics)
    {
        var (forPods, forTests) = (Owners(stack, Pods), Owners(stack, SmokeTest));
        foreach (var one in stack.Servings)
        {
            var service = Service(one);
            if ((forPods.GetValueOrDefault(service) ?? forTests.GetValueOrDefault(service)) is { } owner)
            {
                diagnostics
                    .ForKey(one.Key)
                    .Error(
                        "service.name",
                        $"{service} is already the name of the Service for the pods or the smoke test of {owner.Key}. Allowed: a name that no serving has, with or "
                            + "without -smoke-test"
                    );
            }

            if (forTests.GetValueOrDefault(Pods(one)) is { } tested)
            {
                diagnostics
                    .ForKey(one.Key)
                    .Error(
                        "name",
                        $"{one.Serving.Name} is already the name of the smoke test of {tested.Key}. Allowed: a name that no other serving has"
                    );
            }
        }
    }

    private static Dictionary<string, ServingContext> Owners(RuleContext stack, Func<ServingContext, string> name) =>
        stack.Servings.DistinctBy(name, StringComparer.Ordinal).ToDictionary(name, StringComparer.Ordinal);

    private static string Pods(ServingContext one) => InNamespace(one, one.Serving.Name);

    private static string SmokeTest(ServingContext one) => InNamespace(one, one.Serving.SmokeTestServiceName);

    private static string Service(ServingContext one) => InNamespace(one, one.Serving.ServiceName);

    private static string InNamespace(ServingContext one, string name) =>
        one.Serving.Namespace is { } space ? $"{space}/{name}" : name;
}
