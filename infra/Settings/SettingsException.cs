namespace Infra.Settings;

/// <summary>The settings cannot be used; carries every problem found, not just the first.</summary>
public sealed class SettingsException(IReadOnlyList<Problem> problems) : Exception("The settings have problems.")
{
    /// <summary>The problems, errors first.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
