using System.Collections.Immutable;
using Infra.Validation.Batches;
using Infra.Validation.Capacities;
using Infra.Validation.Clusters;
using Infra.Validation.Containers;
using Infra.Validation.LeaderWorkerSets;
using Infra.Validation.MaxText;
using Infra.Validation.Monitoring;
using Infra.Validation.Names;
using Infra.Validation.Storage;

namespace Infra.Validation;

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
        new CapacitySuitsItsKind(),
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
