namespace Infra.Model.Tpu;

/// <summary>What GKE leaves of a host to pods.</summary>
/// <remarks>Source: GKE's documentation of allocatable resources of nodes: parts of the vCPUs and of the memory, and 100 MiB for evictions.</remarks>
public static class HostCapacity
{
    private const double Gib = 1024.0 * 1024 * 1024;
    private const double EvictionThreshold = 100.0 * 1024 * 1024;

    private static readonly (double UpTo, double Reserved)[] Cpu =
    [
        (1, 0.06),
        (2, 0.01),
        (4, 0.005),
        (double.PositiveInfinity, 0.0025),
    ];

    private static readonly (double UpTo, double Reserved)[] Memory =
    [
        (4, 0.25),
        (8, 0.2),
        (16, 0.1),
        (128, 0.06),
        (double.PositiveInfinity, 0.02),
    ];

    /// <summary>The vCPUs that pods can request on a host.</summary>
    public static double GetCpu(MachineType machineType) => machineType.Vcpus - GetReserved(machineType.Vcpus, Cpu);

    /// <summary>The memory that pods can request on a host, in bytes.</summary>
    public static double GetMemory(MachineType machineType) =>
        ((machineType.MemoryGib - GetReserved(machineType.MemoryGib, Memory)) * Gib) - EvictionThreshold;

    private static double GetReserved(double total, (double UpTo, double Reserved)[] shares)
    {
        var (reserved, from) = (0.0, 0.0);
        foreach (var (upTo, share) in shares)
        {
            reserved += Math.Max(Math.Min(total, upTo) - from, 0) * share;
            from = upTo;
        }

        return reserved;
    }
}
