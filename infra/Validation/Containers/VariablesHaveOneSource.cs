using Infra.Configuration.Binding;
using Infra.Model.Servings;

namespace Infra.Validation.Containers;

/// <summary>
/// An environment variable has a value or refers to an encrypted setting that is there, and stands once in its container.
/// </summary>
public sealed class VariablesHaveOneSource : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var serving in stack.Servings)
        {
            foreach (var (place, container) in OwnContainers.Of(serving, report.At(serving.Key)))
            {
                Check(stack, serving, place, container);
            }
        }
    }

    private static void Check(CheckedStack stack, CheckedServing serving, Report report, ContainerSettings container)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in container.Env)
        {
            var place = report.At(serving, variable, "env");
            if (!names.Add(variable.Name.Text))
            {
                place.Error("name", $"{variable.Name} stands twice; accepted: each variable once");
            }

            CheckSource(stack, place, variable);
        }
    }

    private static void CheckSource(CheckedStack stack, Report place, EnvSettings variable)
    {
        if (variable.Value is null == variable.Secret is null)
        {
            place.Error(
                "",
                "needs exactly one source; accepted: value (a text) or secret (the key of an encrypted setting)"
            );
        }
        else if (variable.Secret is { } key && !stack.SecretKeys.Contains(key))
        {
            var known = stack.SecretKeys.IsEmpty ? "none is set yet" : string.Join(", ", stack.SecretKeys);
            place.Error(
                "secret",
                $"names no encrypted setting; accepted: {known} (pulumi config set --secret {stack.Document.Project}:KEY)."
                    + Suggestion.For(key, stack.SecretKeys)
            );
        }
        else if (variable.Secret is { } name && !name.All(IsOfSecretKeys))
        {
            place.Error(
                "secret",
                "cannot be a key of a Kubernetes Secret; accepted: letters, digits, '-', '_' and '.'"
            );
        }
    }

    private static bool IsOfSecretKeys(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';
}
