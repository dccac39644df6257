namespace Infra.Model.Tpu;

/// <summary>The keys by which GKE marks TPU nodes. Source: "About TPUs in GKE".</summary>
public static class NodeLabel
{
    /// <summary>The accelerator, which names the generation.</summary>
    public const string Accelerator = "cloud.google.com/gke-tpu-accelerator";

    /// <summary>The slice's topology: <c>4x4</c>.</summary>
    public const string Topology = "cloud.google.com/gke-tpu-topology";

    /// <summary>Chips on each node: <c>4</c>.</summary>
    public const string AcceleratorCount = "cloud.google.com/gke-accelerator-count";

    /// <summary>The node pool's name, which is one slice.</summary>
    public const string NodePool = "cloud.google.com/gke-nodepool";
}
