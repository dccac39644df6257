namespace Infra.Validation;

/// <summary>One rule that settings obey, besides those that their types hold.</summary>
public interface IRule
{
    /// <summary>Tells <paramref name="report"/> of everything in <paramref name="stack"/> that breaks the rule.</summary>
    void Check(CheckedStack stack, Report report);
}
