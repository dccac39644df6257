using System.Collections.Immutable;
using Infra.Model.Servings;

namespace Infra.Validation;

/// <summary>Environment variables that containers have already, and those that MaxText reads as flags.</summary>
/// <remarks>
/// Sources: <c>pod_utils.go</c> and <c>tpu.go</c> of LWS, which replaces its own variables and sets no TPU variable where a container sets
/// one; the Dockerfile in MaxText's <c>inference/jetstream_pathways</c>; <c>yaml_key_to_env_key</c> in MaxText's <c>pyconfig.py</c>, which
/// reads <c>M_…</c> as flags.
/// </remarks>
internal static class ReservedEnvRules
{
    private const string MaxTextPrefix = "M_";

    private static readonly string[] Reserved =
    [
        "LWS_LEADER_ADDRESS",
        "LWS_GROUP_SIZE",
        "LWS_WORKER_INDEX",
        "TPU_NAME",
        "TPU_WORKER_ID",
        "TPU_WORKER_HOSTNAMES",
        "TPU_PROCESS_ADDRESSES",
        "TPU_PROCESS_PORT",
    ];

    private static readonly string[] ReservedByManager = [.. Reserved, "HOST_ADDRESS", "TPU_SKIP_MDS_QUERY"];

    /// <summary>The variables with which the default JetStream image finds the Pathways proxy.</summary>
    private static readonly string[] ReservedByImage =
    [
        .. Reserved,
        "JAX_PLATFORMS",
        "JAX_BACKEND_TARGET",
        "XCLOUD_ENVIRONMENT",
    ];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [Rule.ForServing("ReservedEnvName", CheckReserved), Rule.ForServing("MaxTextEnvOverride", CheckMaxTextFlags)];

    private static void CheckReserved(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var (key, container) in one.Serving.Containers.All)
        {
            var reserved = ReservedIn(one.Serving, container);
            foreach (var variable in container.Env.Where(variable => reserved.Contains(variable.Name.Text)))
            {
                diagnostics
                    .ForSetting(one, variable, $"containers.{key}.env")
                    .Error("name", $"{variable.Name} is reserved: it is already set in this container. Remove it");
            }
        }
    }

    private static string[] ReservedIn(Serving serving, ContainerSettings container) =>
        ReferenceEquals(container, serving.Containers.PathwaysRm) ? ReservedByManager
        : ReferenceEquals(container, serving.Containers.JaxTpu) && serving.HasDefaultJetStream ? ReservedByImage
        : Reserved;

    private static void CheckMaxTextFlags(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var variable in one.Serving.Containers.JaxTpu.Env)
        {
            var name = variable.Name.Text;
            if (name.StartsWith(MaxTextPrefix, StringComparison.Ordinal))
            {
                var flag = name[MaxTextPrefix.Length..].ToLowerInvariant();
                diagnostics
                    .ForSetting(one, variable, "containers.jaxTpu.env")
                    .Error(
                        "name",
                        $"{name} sets the flag {flag} of MaxText. Remove it, and set the flag in maxText.flags"
                    );
            }
        }
    }
}
