using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.Servings;
using Infra.Resources.Platform;
using Infra.Resources.Servings;
using Pulumi;

namespace Infra.Resources;

/// <summary>The outputs of a stack, as <c>pulumi stack output</c> prints them.</summary>
internal static class StackOutputs
{
    /// <summary>
    /// Creates the outputs: the cluster's <c>project</c>, <c>clusterName</c> and <c>clusterLocation</c> and the command <c>getCredentials</c> that
    /// adds it to a kubeconfig, all null if only a kubeconfig identifies the cluster, and the project also if the settings do not name it; for each
    /// serving its address in the cluster, <c>services</c>, that of its internal load balancer, if any, <c>internalAddresses</c>, and the
    /// <c>commands</c> to inspect it and send a prompt; the TPU <c>nodePools</c> that the stack creates; and the number of <c>chips</c> of all servings.
    /// </summary>
    public static Dictionary<string, object?> Create(
        StackModel stack,
        ServingCluster cluster,
        IEnumerable<TpuPools> pools,
        IReadOnlyCollection<(Serving Serving, JetStreamPathways Model)> models
    ) =>
        new(StringComparer.Ordinal)
        {
            ["project"] = cluster.Address?.Project,
            ["clusterName"] = cluster.Address?.Name,
            ["clusterLocation"] = cluster.Address?.Location,
            ["getCredentials"] = cluster.GetCredentials,
            ["services"] = stack.Deployed.ToImmutableDictionary(serving => serving.Name, serving => serving.Address),
            ["internalAddresses"] = models
                .Where(one => one.Serving.Service.HasLoadBalancer)
                .ToImmutableDictionary(one => one.Serving.Name, one => GetUrl(one.Serving, one.Model)),
            ["commands"] = models.ToImmutableDictionary(
                one => one.Serving.Name,
                one => one.Model.LoadBalancerAddress.Apply(address => ServingCommands.Create(one.Serving, address))
            ),
            ["nodePools"] = Output.All(pools.SelectMany(slices => slices.NodePools).Select(pool => pool.Name)),
            // The SDK serializes no long.
            ["chips"] = (double)stack.TotalChips,
        };

    private static Output<string?> GetUrl(Serving serving, JetStreamPathways model) =>
        model.LoadBalancerAddress.Apply(address => address is null ? null : serving.GetUrl(address));
}
