namespace Infra.Validation;

/// <summary>A rule that each serving obeys by itself.</summary>
public abstract class ServingRule : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var serving in stack.Servings)
        {
            Check(serving, report.At(serving.Key));
        }
    }

    /// <summary>Tells <paramref name="report"/>, whose keys are relative to the serving, of everything that breaks the rule.</summary>
    protected abstract void Check(CheckedServing serving, Report report);
}
