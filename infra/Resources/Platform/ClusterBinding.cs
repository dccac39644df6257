using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>Binds objects to their cluster: they are replaced whenever it is replaced, and deleted with it.</summary>
/// <remarks>
/// Replacing a cluster deletes the objects in it, which the engine cannot see: the identity of their provider and their arguments stay the
/// same. <c>ReplaceWith</c> tells the engine; <c>DeletedWith</c> alone only skips the deletion.
/// <para>
/// The engine looks for resources to replace together with another only where that one starts a replacement, not where it is itself replaced
/// because of a third. It would then delete the old objects last, by name, in the new cluster. The objects therefore also name the network,
/// whose replacement replaces the cluster.
/// </para>
/// Source: <c>continueStepsFromDiff</c> in pkg/resource/deploy/step_generator.go of the Pulumi engine 3.259.0.
/// </remarks>
/// <param name="cluster">The cluster, created by the same stack.</param>
/// <param name="network">The resources of its network that the same stack creates.</param>
public sealed class ClusterBinding(Resource cluster, params IEnumerable<Resource> network)
{
    private const string KubernetesPackage = "kubernetes:";

    private InputList<Resource> Causes => [.. network.Prepend(cluster).Select(cause => (Input<Resource>)cause)];

    /// <summary>Binds everything below a component.</summary>
    public void ApplyTo(ComponentResourceOptions options)
    {
        options.DeletedWith = cluster;
        options.ResourceTransformations.Add(ReplaceWithCluster);
    }

    /// <summary>Binds one object.</summary>
    public void ApplyTo(CustomResourceOptions options)
    {
        options.DeletedWith = cluster;
        options.ReplaceWith.AddRange(Causes);
    }

    private ResourceTransformationResult? ReplaceWithCluster(ResourceTransformationArgs resource)
    {
        if (!resource.Resource.GetResourceType().StartsWith(KubernetesPackage, StringComparison.Ordinal))
        {
            return null;
        }

        if (resource.Resource is ComponentResource)
        {
            // Only the engine sees the children that a provider constructs.
            resource.Options.ResourceTransforms.Add(ReplaceWithClusterAsync);
        }
        else
        {
            resource.Options.ReplaceWith.AddRange(Causes);
        }

        return new(resource.Args, resource.Options);
    }

    private Task<ResourceTransformResult?> ReplaceWithClusterAsync(
        ResourceTransformArgs resource,
        CancellationToken cancellation
    )
    {
        if (!resource.Custom)
        {
            return Task.FromResult<ResourceTransformResult?>(null);
        }

        var options = resource.Options.WithoutDefaults();
        options.ReplaceWith.AddRange(Causes);
        return Task.FromResult<ResourceTransformResult?>(new(resource.Args, options));
    }
}
