using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>Ties the objects in a cluster to it: they are replaced whenever it is, and need no deletion of their own when it goes.</summary>
/// <remarks>
/// A replaced cluster takes its objects along, which the engine cannot see: their provider keeps its identity and their arguments stay the
/// same. <c>ReplaceWith</c> says so; <c>DeletedWith</c> alone only skips the deletion.
/// <para>
/// The engine looks for what is replaced with a resource only where that resource starts a replacement, not where it is replaced because
/// of another one. It would then delete the former objects last, by name and in the new cluster. So they name what can start the
/// replacement of the cluster, too: the network that the stack made for it.
/// </para>
/// Source: <c>continueStepsFromDiff</c> in pkg/resource/deploy/step_generator.go of the Pulumi engine 3.259.0.
/// </remarks>
/// <param name="cluster">The cluster, created by the same stack.</param>
/// <param name="network">The network of the cluster, as far as the same stack created it.</param>
public sealed class ClusterBinding(Resource cluster, params IEnumerable<Resource> network)
{
    private const string KubernetesPackage = "kubernetes:";

    private InputList<Resource> Causes => [.. network.Prepend(cluster).Select(cause => (Input<Resource>)cause)];

    /// <summary>Ties everything below a component.</summary>
    public void ApplyTo(ComponentResourceOptions options)
    {
        options.DeletedWith = cluster;
        options.ResourceTransformations.Add(ReplaceWithCluster);
    }

    /// <summary>Ties one object.</summary>
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
            // What a provider constructs below it is seen by the engine alone.
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
