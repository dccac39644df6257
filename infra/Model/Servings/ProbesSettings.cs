using System.ComponentModel.DataAnnotations;

namespace Infra.Model.Servings;

/// <summary>The probes of the model server. All ask the HTTP front for <c>/healthcheck</c>.</summary>
/// <remarks>A failed liveness probe restarts the whole group, which loads the checkpoint again: leave it time.</remarks>
public sealed record ProbesSettings
{
    /// <summary>How long the checkpoint may take to load.</summary>
    public required ProbeSettings Startup { get; init; }

    /// <summary>When a server that has started counts as dead.</summary>
    public required ProbeSettings Liveness { get; init; }

    /// <summary>When a server that has started gets prompts.</summary>
    public required ProbeSettings Readiness { get; init; }

    /// <summary>The longest time that a start may take before the server counts as failed.</summary>
    public TimeSpan StartupBudget =>
        TimeSpan.FromSeconds(
            (Startup.InitialDelaySeconds ?? 0) + (double)Startup.PeriodSeconds * Startup.FailureThreshold
        );
}

/// <summary>The patience of one probe.</summary>
public sealed record ProbeSettings
{
    /// <summary>Seconds before the first try. Default 0.</summary>
    [Range(0, 86_400)]
    public int? InitialDelaySeconds { get; init; }

    /// <summary>Seconds from one try to the next.</summary>
    [Range(1, 86_400)]
    public required int PeriodSeconds { get; init; }

    /// <summary>Seconds that a try may take. Default: Kubernetes' own, 1.</summary>
    [Range(1, 86_400)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Tries in a row that have to fail.</summary>
    [Range(1, 1_000_000)]
    public required int FailureThreshold { get; init; }
}
