namespace Infra.Model.Tpu;

/// <summary>The name under which Kubernetes counts chips and GKE taints the nodes that have them.</summary>
public static class TpuResource
{
    /// <summary>Key of the resource and of the taint.</summary>
    public const string Name = "google.com/tpu";

    /// <summary>Value of the taint.</summary>
    public const string TaintValue = "present";
}
