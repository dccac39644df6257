using Infra.Model;
using Infra.Validation;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>The result of loading settings.</summary>
/// <param name="StackModel">What the stack is to be; null when a problem is an error.</param>
/// <param name="Problems">Everything found, errors first.</param>
public sealed record LoadedSettings(StackModel? StackModel, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>What the rules looked at, also where they found errors; null when the settings cannot even be read.</summary>
    public RuleContext? Checked { get; init; }

    /// <summary>The same with every warning as bad as an error; notes stay what they are.</summary>
    public LoadedSettings TreatWarningsAsErrors() =>
        Problems.Any(problem => problem.Severity == Severity.Warning)
            ? this with
            {
                StackModel = null,
                Problems = Diagnostic.BySeverity([.. Problems.Select(Promoted)]),
            }
            : this;

    private static Diagnostic Promoted(Diagnostic problem) =>
        problem.Severity == Severity.Warning ? problem with { Severity = Severity.Error } : problem;
}
