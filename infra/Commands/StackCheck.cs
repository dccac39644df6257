using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Model.MaxText;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>The result of checking the settings of one stack.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Problems">Problems of its settings, errors first.</param>
/// <param name="Servings">The size of each serving, as far as the settings are valid.</param>
/// <param name="Region">The region of the servings; null in an existing cluster.</param>
/// <param name="Notes">Caveats that do not depend on the settings.</param>
internal sealed record StackCheck(
    string Stack,
    ImmutableArray<Diagnostic> Problems,
    ImmutableArray<ServingSizing> Servings,
    string? Region,
    ImmutableArray<string> Notes
)
{
    /// <summary>Whether there are no errors.</summary>
    public bool Succeeded => Problems.All(problem => problem.Severity != Severity.Error);

    /// <summary>The problems by file and line; those without a line come first.</summary>
    public IEnumerable<Diagnostic> InFileOrder =>
        Problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line ?? 0);

    /// <summary>Checks a stack of a project.</summary>
    /// <param name="directory">The project's folder, or one below it.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="strict">Whether warnings count as errors.</param>
    public static StackCheck Run(string directory, string stack, bool strict)
    {
        var problems = new List<Diagnostic>();
        var document = StackFileReader.Read(directory, stack, problems);
        var found = SettingsLoader.Load(document, problems, placeholderSeverity: Severity.Note);
        var loaded = strict ? found.TreatWarningsAsErrors() : found;
        ImmutableArray<ServingSizing> servings = [.. (loaded.Checked?.Servings ?? []).Select(one => one.Sizing)];
        var isManaged = loaded.Checked?.Settings.Cluster.Existing is null;
        var region = isManaged ? loaded.Checked?.Settings.Region?.Text : null;
        var createsNetwork = loaded.Checked?.Settings.Network.Existing is null;
        return new(stack, [.. loaded.Problems], servings, region, Caveats.Create(servings, isManaged, createsNetwork));
    }
}
