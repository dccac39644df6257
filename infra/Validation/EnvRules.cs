using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Servings;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Environment variables of containers: each once, with one source.</summary>
internal static class EnvRules
{
    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        ForVariable("DuplicateEnv", "name", _ => DuplicateViolation()),
        ForVariable("InvalidEnvSource", "", _ => SourceViolation),
        ForVariable("InvalidEnvSource", "secret", stack => variable => SecretViolation(stack, variable)),
    ];

    /// <summary>A rule for the variables of a container, in their order.</summary>
    private static Rule ForVariable(string id, string key, Func<RuleContext, Func<EnvSettings, string?>> violation) =>
        Rule.ForServing(
            id,
            (stack, one, diagnostics) =>
            {
                foreach (var (name, container) in one.Serving.Containers.All)
                {
                    var violationInContainer = violation(stack);
                    foreach (var variable in container.Env)
                    {
                        if (violationInContainer(variable) is { } message)
                        {
                            diagnostics.ForSetting(one, variable, $"containers.{name}.env").Error(key, message);
                        }
                    }
                }
            }
        );

    private static Func<EnvSettings, string?> DuplicateViolation()
    {
        var names = new HashSet<EnvName>();
        return variable =>
            names.Add(variable.Name) ? null : $"{variable.Name} is set twice in this container. Remove one of them";
    }

    private static string? SourceViolation(EnvSettings variable) =>
        variable.Value is null == variable.Secret is null
            ? "must have exactly one source. Allowed: value (a string) or secret (the key of an encrypted setting)"
            : null;

    private static string? SecretViolation(RuleContext stack, EnvSettings variable)
    {
        if (variable is not { Value: null, Secret: { } key })
        {
            return null;
        }

        if (!stack.SecretKeys.Contains(key) && stack.Document.Environment is null)
        {
            var known = stack.SecretKeys.IsEmpty ? "none yet" : AllowedValues.Format(stack.SecretKeys);
            return $"'{KeyPath.Shown(key)}' is not an encrypted setting.{DidYouMean.Sentence(key, stack.SecretKeys)} Allowed: {known}; "
                + $"`pulumi config set --secret {stack.Document.Project}:KEY` adds one";
        }

        return key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? null
            : $"'{KeyPath.Shown(key)}' is not a valid key of a Kubernetes Secret. Allowed: letters, digits, '-', '_' and '.'";
    }
}
