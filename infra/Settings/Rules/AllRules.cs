using System.Collections.Immutable;
using Infra.Settings.Rules.Batches;
using Infra.Settings.Rules.Capacities;
using Infra.Settings.Rules.Clusters;
using Infra.Settings.Rules.Containers;
using Infra.Settings.Rules.LeaderWorkerSets;
using Infra.Settings.Rules.MaxText;
using Infra.Settings.Rules.Monitoring;
using Infra.Settings.Rules.Names;
using Infra.Settings.Rules.Storage;

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
        new SpotIsForTrials(),
        new SlicesAreCounted(),
        new LabelsAreAccepted(),
        new BucketsAreMadeOnce(),
        new StagingBucketIsGoogles(),
        new NamesAreUnique(),
        new NamesLeaveRoomForPods(),
        new PodsAreCountable(),
        new SubGroupsKnowTheirLeader(),
        new NodeSelectorsAreLabels(),
        new ImagesAreNamed(),
        new ImagesArePinned(),
        new WaitsHaveAnEnd(),
        new ResourcesAreQuantities(),
        new CapabilitiesExist(),
        new DerivedFlagsAreNotSet(),
        new VariablesHaveOneSource(),
        new InjectedVariablesAreNotSet(),
        new VariablesAreNoFlags(),
        new FlagsHaveTheirTypes(),
        new ModelsAreInTheImage(),
        new ModelsAreDescribed(),
        new ParallelismFillsTheSlice(),
        new TensorDividesKeyValueHeads(),
        new WeightsAreHeldOnce(),
        new LengthsHoldPromptAndAnswer(),
        new BatchesHaveSlots(),
        new QuantizationIsKnown(),
        new CheckpointsAreReadAsTheyAre(),
        new AxisOrdersAreKnown(),
        new ServerSuitsSlices(),
        new ModelsFitTheMemory(),
        new BatchesHaveServers(),
        new BatchesHaveAccounts(),
        new AnswersLieApart(),
        new PromptsSuitSlots(),
        new MetricsHaveTheirPort(),
        new MonitoringIsPossible(),
    ];
}
