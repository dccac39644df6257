using System.Collections.Immutable;
using Infra.Model.Servings;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Environment variables of containers.</summary>
/// <remarks>
/// Sources: <c>pod_utils.go</c> and <c>tpu.go</c> of LWS, which replaces its own variables and sets no TPU variable where a container sets
/// one; <c>yaml_key_to_env_key</c> in MaxText's <c>pyconfig.py</c>, which reads <c>M_…</c> as flags.
/// </remarks>
internal static class EnvRules
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

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        ForVariable(
            "DuplicateEnv",
            "name",
            (_, container, variable) =>
                ReferenceEquals(container.Env.First(other => other.Name == variable.Name), variable)
                    ? null
                    : "is set twice"
        ),
        ForVariable("InvalidEnvSource", "", (_, _, variable) => SourceViolation(variable)),
        ForVariable("InvalidEnvSource", "secret", (stack, _, variable) => SecretViolation(stack, variable)),
        Rule.ForServing("ReservedEnvName", CheckReserved),
        Rule.ForServing("MaxTextEnvOverride", CheckMaxTextFlags),
    ];

    private static Rule ForVariable(
        string id,
        string key,
        Func<RuleContext, ContainerSettings, EnvSettings, string?> violation
    ) =>
        Rule.ForServing(
            id,
            (stack, one, diagnostics) =>
            {
                foreach (var (name, container) in one.Serving.Containers.All)
                {
                    foreach (var variable in container.Env)
                    {
                        if (violation(stack, container, variable) is { } message)
                        {
                            diagnostics.ForSetting(one, variable, $"containers.{name}.env").Error(key, message);
                        }
                    }
                }
            }
        );

    private static string? SourceViolation(EnvSettings variable) =>
        variable.Value is null == variable.Secret is null
            ? "requires exactly one source. Allowed: value (a string) or secret (the key of an encrypted setting)"
            : null;

    private static string? SecretViolation(RuleContext stack, EnvSettings variable)
    {
        if (variable is not { Value: null, Secret: { } key })
        {
            return null;
        }

        if (!stack.SecretKeys.Contains(key) && stack.Document.Environment is null)
        {
            var known = stack.SecretKeys.IsEmpty ? "none is set yet" : AllowedValues.Format(stack.SecretKeys);
            return $"'{KeyPath.Shown(key)}' is not an encrypted setting. Allowed: {known} (pulumi config set --secret {stack.Document.Project}:KEY)."
                + DidYouMean.Sentence(key, stack.SecretKeys);
        }

        return key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? null
            : "cannot be a key of a Kubernetes Secret. Allowed: letters, digits, '-', '_' and '.'";
    }

    private static void CheckReserved(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var (key, container) in one.Serving.Containers.All)
        {
            var reserved = ReferenceEquals(container, one.Serving.Containers.PathwaysRm) ? ReservedByManager : Reserved;
            foreach (var variable in container.Env.Where(variable => reserved.Contains(variable.Name.Text)))
            {
                diagnostics
                    .ForSetting(one, variable, $"containers.{key}.env")
                    .Error("name", $"{variable.Name} is set for the container already. Allowed: any other variable");
            }
        }
    }

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
                    .Error("name", $"is read by MaxText as its flag {flag}. Set that flag in maxText.flags");
            }
        }
    }
}
