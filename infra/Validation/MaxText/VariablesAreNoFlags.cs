namespace Infra.Validation.MaxText;

/// <summary>MaxText reads variables that begin with <c>M_</c> as flags, past everything that is checked here.</summary>
/// <remarks>Source: <c>yaml_key_to_env_key</c> in MaxText's <c>pyconfig.py</c>; a name that is no flag, or is set twice, ends the server.</remarks>
public sealed class VariablesAreNoFlags : ServingRule
{
    private const string Prefix = "M_";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        foreach (var variable in serving.Serving.Containers.JaxTpu.Env)
        {
            if (variable.Name.Text.StartsWith(Prefix, StringComparison.Ordinal))
            {
                var flag = variable.Name.Text[Prefix.Length..].ToLowerInvariant();
                report
                    .At(serving, variable, "containers.jaxTpu.env")
                    .Error("name", $"is read by MaxText as its flag {flag}; accepted: that flag in maxText.flags");
            }
        }
    }
}
