namespace Infra.Model.Servings;

/// <summary>How long a deployment waits for a serving.</summary>
/// <remarks>All of it follows from the startup probe: what that still allows is never given up on, and everything else comes on top.</remarks>
public sealed class ServingTimeouts
{
    /// <summary>The longest wait of all, however many replicas are updated one after the other.</summary>
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(7);

    /// <summary>The maximum startup budget of a serving that is awaited.</summary>
    public static readonly TimeSpan MaxBudget = TimeSpan.FromDays(1);

    /// <summary>For scheduling and for images of tens of gigabytes, where the budget itself is short.</summary>
    private static readonly TimeSpan MinAllowance = TimeSpan.FromMinutes(10);

    /// <summary>For machines that come only when pods ask for them; GKE gives up on a shortage after little more than half an hour.</summary>
    private static readonly TimeSpan Machines = TimeSpan.FromMinutes(60);

    /// <summary>Computes the timeouts of a serving.</summary>
    public ServingTimeouts(Serving serving)
    {
        var budget = serving.Probes.StartupBudget;
        var allowance = Max(budget / 4, MinAllowance);
        Create = Min(budget + allowance + (serving.WaitsForMachines ? Machines : TimeSpan.Zero), MaxTimeout);
        Update = Min(Create * Math.Max(1, serving.Replicas), MaxTimeout);
    }

    /// <summary>Until all groups, which start at once, are ready: the startup budget, a quarter of it (at least 10 minutes), and machines.</summary>
    public TimeSpan Create { get; }

    /// <summary>Until an update is complete: groups are replaced one after another.</summary>
    public TimeSpan Update { get; }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
