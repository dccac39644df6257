using System.Collections.Immutable;

namespace Infra.Validation;

/// <summary>Every rule.</summary>
internal static class AllRules
{
    /// <summary>The rules, in the order in which they are checked.</summary>
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        PlaceholderRule.Rule,
        .. ClusterRules.All,
        .. SystemPoolRules.All,
        .. GkeVersionRules.All,
        .. MaintenanceRules.All,
        .. ZoneRules.All,
        .. NetworkRules.All,
        .. NetworkRangeRules.All,
        .. ProhibitedRangeRules.All,
        .. CapacityRules.All,
        .. StorageRules.All,
        .. NameRules.All,
        .. ObjectNameRules.All,
        .. LabelRules.All,
        .. LeaderWorkerSetRules.All,
        .. ImageRules.All,
        .. ContainerRules.All,
        .. HostRules.All,
        .. EnvRules.All,
        .. ReservedEnvRules.All,
        .. FlagRules.All,
        .. FlagNameRules.All,
        .. FlagValueRules.All,
        .. FlagCombinationRules.All,
        .. TokenizerRules.All,
        .. ModelRules.All,
        .. MemoryRules.All,
        .. MeshRules.All,
        .. ServerRules.All,
        .. ServiceRules.All,
        .. BatchRules.All,
        .. MonitoringRules.All,
    ];
}
