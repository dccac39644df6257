using System.Collections.Immutable;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>The keys whose values cannot be read. Without them, rules about other settings may find problems that are none.</summary>
/// <param name="keys">The keys, such as <c>servings[0].topology</c>.</param>
internal sealed class UnreadableKeys(IReadOnlySet<string> keys)
{
    private readonly ImmutableHashSet<string> _sections = [.. keys.Select(Section)];

    /// <summary>Whether a problem of the other settings may be due to one of the keys.</summary>
    /// <remarks>Errors of a serving are not, because its rules are checked with what is left; a warning may be due to the default of the key.</remarks>
    internal bool MayCause(Diagnostic problem)
    {
        var section = Section(problem.Key);
        return KeyPath.WithContainers(problem.Key).Any(keys.Contains)
            || (_sections.Contains(section) && (!IsErrorOfServing(problem) || keys.Contains($"{section}.preset")))
            || (!IsServing(section) && (_sections.Contains("cluster") || _sections.Contains("environment")));
    }

    private static bool IsErrorOfServing(Diagnostic problem) =>
        problem.Severity == Severity.Error && IsServing(Section(problem.Key));

    private static bool IsServing(string section) => section.StartsWith("servings[", StringComparison.Ordinal);

    /// <summary>The first part of a key, such as <c>network</c> or <c>servings[0]</c>.</summary>
    private static string Section(string key) => key.Split('.')[0];
}
