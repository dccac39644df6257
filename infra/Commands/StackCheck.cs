using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Configuration.Reading;
using Infra.Model.MaxText;

namespace Infra.Commands;

/// <summary>What came of checking the settings of one stack.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Problems">What is wrong with its settings, errors first.</param>
/// <param name="Servings">What each of its servings takes, as far as the settings can be made out.</param>
/// <param name="Notes">What the settings cannot tell.</param>
internal sealed record StackCheck(
    string Stack,
    ImmutableArray<Problem> Problems,
    ImmutableArray<ServingSizing> Servings,
    ImmutableArray<string> Notes
)
{
    /// <summary>Whether nothing stands against the stack.</summary>
    public bool Succeeded => Problems.All(problem => problem.Severity != Severity.Error);

    /// <summary>Checks the stack whose file stands in a project's folder.</summary>
    /// <param name="directory">The project's folder, or one below it.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="strict">Whether a warning is as bad as an error.</param>
    public static StackCheck Run(string directory, string stack, bool strict)
    {
        var problems = new List<Problem>();
        var document = StackFileReader.Read(directory, stack, problems);
        var found = SettingsLoader.Load(document, problems, examples: Severity.Note);
        var loaded = strict ? found.Strictly() : found;
        ImmutableArray<ServingSizing> servings = [.. (loaded.Checked?.Servings ?? []).Select(one => one.Sizing)];
        var isManaged = loaded.Checked?.Settings.Cluster.Existing is null;
        return new(stack, [.. loaded.Problems], servings, Caveats.ForServings(servings, isManaged));
    }
}
