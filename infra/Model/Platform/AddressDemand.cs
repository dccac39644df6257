using Infra.Model.Servings;

namespace Infra.Model.Platform;

/// <summary>The addresses that a stack needs in each range of its network, including its largest upgrade.</summary>
/// <remarks>
/// Source: GKE's documentation of IP address planning: a node takes one address and a block of pod addresses, twice as many as its pods and a power
/// of two; Compute Engine keeps four addresses of a subnetwork. TPU node pools are upgraded without further nodes, the system pool with one.
/// </remarks>
public sealed record AddressDemand
{
    /// <summary>The most pods of a TPU node: enough for a leader, a worker and about twelve system pods; the default of 110 would waste addresses.</summary>
    public const int TpuPodsPerNode = 32;

    private const int DefaultPodsPerNode = 110;
    private const int SurgeNodes = 1;
    private const int KeptAddresses = 4;

    /// <summary>The Services of Kubernetes, of GKE's add-ons and of the controller, with room for some more.</summary>
    private const int ClusterServices = 16;

    /// <summary>The Services of a serving: for its pods, its clients and its smoke test.</summary>
    private const int ServicesPerServing = 3;

    /// <summary>Computes the addresses for servings and a system pool.</summary>
    public AddressDemand(IReadOnlyCollection<Serving> servings, SystemPoolSettings systemPool)
    {
        Hosts = servings.Sum(serving => (long)serving.Workers * serving.Replicas);
        SystemNodes = systemPool.MaxNodes + SurgeNodes;
        Services = ClusterServices + (ServicesPerServing * servings.Count);
    }

    /// <summary>The hosts of all slices.</summary>
    public long Hosts { get; }

    /// <summary>The most nodes of the system pool during an upgrade.</summary>
    public int SystemNodes { get; }

    /// <summary>Addresses of nodes.</summary>
    public long Nodes => Hosts + SystemNodes + KeptAddresses;

    /// <summary>Addresses of pods.</summary>
    public long Pods => (Hosts * BlockOf(TpuPodsPerNode)) + (SystemNodes * BlockOf(DefaultPodsPerNode));

    /// <summary>Addresses of Services.</summary>
    public int Services { get; }

    private static long BlockOf(int pods)
    {
        var block = 1L;
        while (block < 2 * pods)
        {
            block *= 2;
        }

        return block;
    }
}
