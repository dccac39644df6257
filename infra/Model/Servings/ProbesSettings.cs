using System.ComponentModel.DataAnnotations;

namespace Infra.Model.Servings;

/// <summary>The probes of the model server. All ask the HTTP front for <c>/healthcheck</c>.</summary>
/// <remarks>A failed liveness probe restarts the whole group, which loads the checkpoint again: leave it time.</remarks>
public sealed record ProbesSettings
{
    /// <summary>How long the checkpoint may take to load.</summary>
    public ProbeSettings? Startup { get; init; }

    /// <summary>When a server that has started counts as dead.</summary>
    public ProbeSettings? Liveness { get; init; }

    /// <summary>When a server that has started gets prompts.</summary>
    public ProbeSettings? Readiness { get; init; }

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public ProbesSettings Over(ProbesSettings? below) =>
        new()
        {
            Startup = Startup?.Over(below?.Startup) ?? below?.Startup,
            Liveness = Liveness?.Over(below?.Liveness) ?? below?.Liveness,
            Readiness = Readiness?.Over(below?.Readiness) ?? below?.Readiness,
        };
}

/// <summary>The patience of one probe.</summary>
public sealed record ProbeSettings
{
    /// <summary>Seconds before the first try. Default 0.</summary>
    [Range(0, 86_400)]
    public int? InitialDelaySeconds { get; init; }

    /// <summary>Seconds from one try to the next.</summary>
    [Range(1, 86_400)]
    public int? PeriodSeconds { get; init; }

    /// <summary>Seconds that a try may take. Default: Kubernetes' own, 1.</summary>
    [Range(1, 86_400)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Tries in a row that have to fail.</summary>
    [Range(1, 1_000_000)]
    public int? FailureThreshold { get; init; }

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public ProbeSettings Over(ProbeSettings? below) =>
        new()
        {
            InitialDelaySeconds = InitialDelaySeconds ?? below?.InitialDelaySeconds,
            PeriodSeconds = PeriodSeconds ?? below?.PeriodSeconds,
            TimeoutSeconds = TimeoutSeconds ?? below?.TimeoutSeconds,
            FailureThreshold = FailureThreshold ?? below?.FailureThreshold,
        };
}
