using Infra.Model.Platform;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>Configures when GKE may maintain a cluster.</summary>
internal static class GkeMaintenance
{
    /// <summary>Creates the policy from the maintenance window and its exclusion.</summary>
    public static ClusterMaintenancePolicyArgs CreatePolicy(MaintenanceSettings settings)
    {
        var policy = new ClusterMaintenancePolicyArgs
        {
            RecurringWindow = new ClusterMaintenancePolicyRecurringWindowArgs
            {
                StartTime = $"{settings.WindowStart}",
                EndTime = $"{settings.WindowEnd}",
                Recurrence = settings.Recurrence,
            },
        };
        if (GetScope(settings.Exclusion) is { } scope)
        {
            policy.MaintenanceExclusions.Add(
                new ClusterMaintenancePolicyMaintenanceExclusionArgs
                {
                    ExclusionName = "slices",
                    StartTime = $"{settings.ExclusionStart}",
                    ExclusionOptions = new ClusterMaintenancePolicyMaintenanceExclusionExclusionOptionsArgs
                    {
                        Scope = scope,
                        EndTimeBehavior = "UNTIL_END_OF_SUPPORT",
                    },
                }
            );
        }

        return policy;
    }

    private static string? GetScope(MaintenanceExclusion exclusion) =>
        exclusion switch
        {
            MaintenanceExclusion.Minor => "NO_MINOR_UPGRADES",
            MaintenanceExclusion.MinorAndNodes => "NO_MINOR_OR_NODE_UPGRADES",
            _ => null,
        };
}
