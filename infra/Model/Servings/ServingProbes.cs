namespace Infra.Model.Servings;

/// <summary>The probes of a model server.</summary>
/// <param name="Startup">How long the checkpoint may take to load.</param>
/// <param name="Liveness">When the server counts as dead.</param>
/// <param name="Readiness">When it gets prompts.</param>
public sealed record ServingProbes(ProbeSettings Startup, ProbeSettings Liveness, ProbeSettings Readiness)
{
    /// <summary>The longest time that a start may take before the server counts as failed.</summary>
    public TimeSpan StartupBudget =>
        TimeSpan.FromSeconds(
            (Startup.InitialDelaySeconds ?? 0) + (double)Startup.PeriodSeconds!.Value * Startup.FailureThreshold!.Value
        );
}
