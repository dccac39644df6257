using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Resources.LeaderWorkerSets;

/// <summary>Groups of pods, each a leader with its workers, which are created and restarted together.</summary>
/// <remarks>API <c>leaderworkerset.x-k8s.io/v1</c> of LeaderWorkerSet v0.10; its controller must be installed. Only the fields that this program sets are declared.</remarks>
public sealed class LeaderWorkerSet : Pulumi.Kubernetes.ApiExtensions.CustomResource
{
    /// <summary>Creates a LeaderWorkerSet.</summary>
    public LeaderWorkerSet(string name, LeaderWorkerSetArgs args, CustomResourceOptions? options = null)
        : base(name, args, options) { }
}

/// <summary>The arguments of a <see cref="LeaderWorkerSet"/>.</summary>
public sealed class LeaderWorkerSetArgs : CustomResourceArgs
{
    /// <summary>Creates arguments with API version and kind set.</summary>
    public LeaderWorkerSetArgs()
        : base("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet") { }

    /// <summary>The desired groups. Required.</summary>
    [Input("spec")]
    public Input<LeaderWorkerSetSpecArgs>? Spec { get; set; }
}
