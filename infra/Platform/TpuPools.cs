using System.Collections.Immutable;
using Infra.Settings.Platform;
using Infra.Settings.Servings;
using Pulumi;

namespace Infra.Platform;

/// <summary>The slices of a serving: a node pool for every slice of every replica.</summary>
/// <remarks>LeaderWorkerSet gives each pool to one group or subgroup, so slices never share one.</remarks>
public sealed class TpuPools : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:TpuPools";

    /// <summary>Declares the pools.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The serving and its platform.</param>
    /// <param name="options">The component's options.</param>
    public TpuPools(string name, TpuPoolsArgs args, ComponentResourceOptions options)
        : base(Token, name, options)
    {
        var pools =
            from replica in Enumerable.Range(0, args.Serving.Replicas)
            from slice in Enumerable.Range(0, args.Serving.Slices)
            select TpuPool.Declare(args, $"-r{replica}-s{slice}", new CustomResourceOptions { Parent = this });
        Names = [.. pools.Select(pool => pool.Name)];
        RegisterOutputs();
    }

    /// <summary>The pools' names, replica by replica.</summary>
    public ImmutableArray<Output<string>> Names { get; }
}

/// <summary>What the slices of a serving are made from.</summary>
/// <param name="Plan">The platform.</param>
/// <param name="Serving">The serving.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Account">The e-mail address of the nodes' service account.</param>
public sealed record TpuPoolsArgs(PlatformPlan Plan, Serving Serving, Input<string> Cluster, Input<string> Account);
