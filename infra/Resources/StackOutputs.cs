using System.Collections.Immutable;
using Infra.Model;
using Infra.Resources.Platform;
using Infra.Resources.Servings;
using Pulumi;

namespace Infra.Resources;

/// <summary>The outputs of a stack, as <c>pulumi stack output</c> prints them.</summary>
internal static class StackOutputs
{
    /// <summary>
    /// The outputs by name: the cluster's <c>project</c>, <c>clusterName</c> and <c>clusterLocation</c> and the command that writes it into
    /// a kubeconfig, <c>getCredentials</c>, each null where only a kubeconfig knows the cluster; by serving its address inside the cluster,
    /// <c>services</c>, and the <c>commands</c> to look at it and to send it a prompt; the TPU <c>nodePools</c> that the stack creates; and
    /// the <c>chips</c> of all servings together.
    /// </summary>
    public static Dictionary<string, object?> Create(
        Blueprint blueprint,
        ServingCluster cluster,
        IEnumerable<TpuPools> pools
    ) =>
        new(StringComparer.Ordinal)
        {
            ["project"] = cluster.Address?.Project,
            ["clusterName"] = cluster.Address?.Name,
            ["clusterLocation"] = cluster.Address?.Location,
            ["getCredentials"] = cluster.GetCredentials,
            ["services"] = blueprint.Deployed.ToImmutableDictionary(
                serving => serving.Name,
                serving => serving.Address
            ),
            ["commands"] = blueprint.Deployed.ToImmutableDictionary(serving => serving.Name, ServingCommands.For),
            ["nodePools"] = Output.All(pools.SelectMany(slices => slices.NodePools).Select(pool => pool.Name)),
            ["chips"] = blueprint.Chips,
        };
}
