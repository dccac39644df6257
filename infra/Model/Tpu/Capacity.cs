namespace Infra.Model.Tpu;

/// <summary>How the machines of a slice are had; one of four ways, which exclude each other.</summary>
/// <remarks>Source: "About TPUs in GKE", and what Google's Cluster Toolkit and XPK refuse to combine.</remarks>
public abstract record Capacity
{
    private Capacity() { }

    /// <summary>From what is free: needs quota, and may find nothing.</summary>
    public sealed record OnDemand : Capacity
    {
        /// <inheritdoc />
        public override string ToString() => "on-demand";
    }

    /// <summary>From what nobody else wants: cheaper, and taken away at 30 seconds' notice.</summary>
    public sealed record Spot : Capacity
    {
        /// <inheritdoc />
        public override string ToString() => "spot";
    }

    /// <summary>From what was reserved.</summary>
    /// <param name="Name">The reservation's name.</param>
    public sealed record Reservation(string Name) : Capacity
    {
        /// <inheritdoc />
        public override string ToString() => $"reservation {Name}";
    }

    /// <summary>Whenever it becomes free, and then for a limited time (dynamic workload scheduler).</summary>
    /// <param name="MaxRun">How long the machines may run: at most seven days.</param>
    public sealed record FlexStart(TimeSpan MaxRun) : Capacity
    {
        /// <inheritdoc />
        public override string ToString() => $"flex-start for {MaxRun.TotalSeconds} s";
    }
}
