using System.ComponentModel.DataAnnotations;

namespace Infra.Model.Servings;

/// <summary>The probes of the model server. All request <c>/healthcheck</c> of the HTTP server.</summary>
/// <remarks>A failed liveness probe restarts the whole group, which then loads the checkpoint again, so allow enough time.</remarks>
public sealed record ProbesSettings
{
    /// <summary>How long the model may take to start, which includes loading the checkpoint.</summary>
    public required ProbeSettings Startup { get; init; }

    /// <summary>When a started server counts as dead.</summary>
    public required ProbeSettings Liveness { get; init; }

    /// <summary>When a started server receives prompts.</summary>
    public required ProbeSettings Readiness { get; init; }

    /// <summary>The startup budget: the time after which a server that has not started counts as failed.</summary>
    public TimeSpan StartupBudget =>
        TimeSpan.FromSeconds(
            (Startup.InitialDelaySeconds ?? 0) + (double)Startup.PeriodSeconds * Startup.FailureThreshold
        );
}

/// <summary>The timing of a probe.</summary>
public sealed record ProbeSettings
{
    /// <summary>Seconds before the first attempt. Default 0.</summary>
    [Range(0, 86_400)]
    public int? InitialDelaySeconds { get; init; }

    /// <summary>Seconds between attempts.</summary>
    [Range(1, 86_400)]
    public required int PeriodSeconds { get; init; }

    /// <summary>The timeout of an attempt in seconds. Default: that of Kubernetes, 1.</summary>
    [Range(1, 86_400)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Consecutive failures after which the probe has failed.</summary>
    [Range(1, 1_000_000)]
    public required int FailureThreshold { get; init; }
}
