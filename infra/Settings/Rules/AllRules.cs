using System.Collections.Immutable;

namespace Infra.Settings.Rules;

/// <summary>Every rule.</summary>
public static class AllRules
{
    /// <summary>The rules, in the order in which they are checked.</summary>
    public static ImmutableArray<IRule> Rules { get; } =
    [
        new ExamplesAreReplaced(),
        new ClusterIsNamedOnce(),
        new ExistingClustersKeepTheirShape(),
        new PlacesFit(),
        new NetworkRangesAreApart(),
        new VersionsSuitSlices(),
        new FlexStartIsUnproven(),
        new LabelsAreAccepted(),
        new BucketsAreMadeOnce(),
        new SlicesAreCounted(),
        new NamesAreUnique(),
        new DerivedFlagsAreNotSet(),
        new VariablesHaveOneSource(),
    ];
}
