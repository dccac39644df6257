using System.Collections.Immutable;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>The keys whose values cannot be read. Without them, rules about other settings may find problems that are none.</summary>
/// <param name="keys">The keys, such as <c>servings[0].topology</c>.</param>
internal sealed class UnreadableKeys(IReadOnlySet<string> keys)
{
    private readonly ImmutableHashSet<string> _sections = [.. keys.Select(Section)];
    private readonly ImmutableHashSet<string> _records = [.. keys.Select(Parent).Where(IsRecord)];

    /// <summary>Whether a problem of the other settings may be due to one of the keys, whose default counted instead.</summary>
    internal bool MayCause(Diagnostic problem)
    {
        var section = Section(problem.Key);
        return KeyPath.WithContainers(problem.Key).Any(keys.Contains)
            || _records.Contains(Parent(problem.Key))
            || (
                IsServing(section)
                    ? IsDecidedInServing(problem, section)
                    : _sections.Contains("cluster") || _sections.Contains("environment")
            );
    }

    private bool IsDecidedInServing(Diagnostic problem, string serving) =>
        (_sections.Contains(serving) && problem.Severity != Severity.Error)
        || keys.Contains($"{serving}.preset")
        || (problem.Key == $"{serving}.machineType" && keys.Contains($"{serving}.topology"));

    /// <summary>Whether settings below a key may depend on each other: it is neither the top of a stack file nor a serving.</summary>
    private static bool IsRecord(string key) => key.Length > 0 && !key.EndsWith(']');

    private static bool IsServing(string section) => section.StartsWith("servings[", StringComparison.Ordinal);

    private static string Parent(string key) => key[..Math.Max(0, key.LastIndexOf('.'))];

    /// <summary>The first part of a key, such as <c>network</c> or <c>servings[0]</c>.</summary>
    private static string Section(string key) => key.Split('.')[0];
}
