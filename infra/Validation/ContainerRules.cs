using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Probes, resources and capabilities of containers.</summary>
/// <remarks>
/// Sources: Google's tutorial on serving with JetStream and Pathways, whose largest model loads in 20 minutes; Kubernetes' documentation of
/// resource management for pods and containers; capabilities(7) of the Linux manual.
/// </remarks>
internal static class ContainerRules
{
    private static readonly string[] Resources = ["cpu", "memory", "ephemeral-storage"];

    private static readonly string[] Capabilities = (
        "ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER "
        + "FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST "
        + "NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE "
        + "SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM"
    ).Split(' ');

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing(
            "StartupBudgetTooLong",
            Severity.Error,
            "probes.startup",
            (_, one) =>
                one.Serving is { WaitUntilReady: true } or { HasSmokeTest: true }
                && one.Serving.Probes.StartupBudget is var budget
                && budget > ServingTimeouts.MaxBudget
                    ? $"allows {budget.TotalSeconds} s for startup, which is too long for a deployment to wait. Allowed: initialDelaySeconds + periodSeconds × "
                        + $"failureThreshold of at most {ServingTimeouts.MaxBudget.TotalSeconds} s, or waitUntilReady: false with smokeTest.enabled: false"
                    : null
        ),
        Rule.ForServing("InvalidResourceQuantity", CheckResources),
        Rule.ForServing("UnknownCapability", CheckCapabilities),
    ];

    private static void CheckResources(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var (key, container) in one.Serving.Containers.All)
        {
            var resources = container.Resources;
            var resourceDiagnostics = diagnostics.ForKey($"containers.{key}.resources");
            foreach (var (resource, request) in resources.Requests)
            {
                Report(resourceDiagnostics.ForKey("requests"), resource, QuantityViolation(resource, request));
            }

            foreach (var (resource, limit) in resources.Limits)
            {
                var request = resources.Requests.GetValueOrDefault(resource) ?? "";
                Report(
                    resourceDiagnostics.ForKey("limits"),
                    resource,
                    QuantityViolation(resource, limit) ?? LimitViolation(limit, request)
                );
            }
        }
    }

    private static void Report(DiagnosticSink diagnostics, string resource, string? violation)
    {
        if (violation is not null)
        {
            diagnostics.Error(KeyPath.Entry("", resource), violation);
        }
    }

    private static string? QuantityViolation(string resource, string quantity) =>
        !Resources.Contains(resource)
            ? $"cannot be set. Allowed: {string.Join(", ", Resources)} (chips are derived from the slice)"
        : !KubernetesQuantity.TryParse(quantity, out _)
            ? $"'{KeyPath.Shown(quantity)}' is not a quantity. Allowed: {KubernetesQuantity.Accepted}"
        : null;

    private static string? LimitViolation(string limit, string request) =>
        KubernetesQuantity.TryParse(limit, out var max)
        && KubernetesQuantity.TryParse(request, out var requested)
        && max.Value < requested.Value
            ? $"{limit} is less than the request {request}. Allowed: at least {request}"
            : null;

    private static void CheckCapabilities(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var (key, container) in one.Serving.Containers.All)
        {
            foreach (var (index, name) in container.Capabilities.Index().Where(one => !Capabilities.Contains(one.Item)))
            {
                diagnostics.Error(
                    $"containers.{key}.capabilities[{index}]",
                    $"'{KeyPath.Shown(name)}' is not a Linux capability. Allowed: ALL, or a name from capabilities(7) without CAP_, such as SYS_PTRACE"
                );
            }
        }
    }
}
