using System.Collections.Immutable;

namespace Infra.Settings.Rules;

/// <summary>Every rule.</summary>
public static class AllRules
{
    /// <summary>The rules, in the order in which they are checked.</summary>
    public static ImmutableArray<IRule> Rules { get; } =
        [
            new ExamplesAreReplaced(),
            new NamesAreUnique(),
            new DerivedFlagsAreNotSet(),
            new VariablesHaveOneSource(),
        ];
}
