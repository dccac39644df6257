using System.Collections.Immutable;
using Infra.Model.Platform;
using Infra.Model.Servings;
using Pulumi;
using Pulumi.Gcp.Container;

namespace Infra.Resources.Platform;

/// <summary>The TPU node pools of a serving: one for each slice of each replica.</summary>
/// <remarks>LeaderWorkerSet schedules each group or subgroup onto a pool of its own, so slices never share one.</remarks>
public sealed class TpuPools : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:TpuPools";

    /// <summary>Creates the pools.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The serving and its platform.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public TpuPools(string name, TpuPoolsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        NodePools =
        [
            .. from replica in Enumerable.Range(0, args.Serving.Replicas)
            from slice in Enumerable.Range(0, args.Serving.Slices)
            select TpuPool.Create(name, args, $"-r{replica}-s{slice}", new() { Parent = this }),
        ];
        RegisterOutputs();
    }

    /// <summary>The pools, replica by replica.</summary>
    public ImmutableArray<NodePool> NodePools { get; }
}

/// <summary>The arguments of <see cref="TpuPools"/>.</summary>
public sealed class TpuPoolsArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformModel Platform { get; init; }

    /// <summary>The serving. Required; it determines the number of pools and therefore cannot be an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>The cluster's name. Required.</summary>
    [Input("cluster", required: true)]
    public required Input<string> Cluster { get; init; }

    /// <summary>The price of a chip for an hour, in USD, for reports on the plan. Default: none, and they use the list price.</summary>
    [Input("pricePerChipHour")]
    public Input<double>? PricePerChipHour { get; init; }

    /// <summary>The e-mail address of the nodes' service account. Required.</summary>
    [Input("account", required: true)]
    public required Input<string> Account { get; init; }
}
