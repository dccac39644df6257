using Pulumi;

namespace Infra.Platform;

/// <summary>Ties the objects in a cluster to it: they are replaced whenever it is, and need no deletion of their own when it goes.</summary>
/// <remarks>
/// A replaced cluster takes its objects along, which the engine cannot see: their provider keeps its identity and their arguments stay the
/// same. <c>ReplaceWith</c> says so; <c>DeletedWith</c> alone only skips the deletion. Source: pkg/resource/deploy/step_generator.go in the
/// Pulumi engine.
/// </remarks>
/// <param name="cluster">The cluster, made by the same stack.</param>
public sealed class ClusterLifetime(Resource cluster)
{
    private const string KubernetesPackage = "kubernetes:";

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
        options.ReplaceWith = [cluster];
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
            resource.Options.ReplaceWith.Add(cluster);
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
        options.ReplaceWith = [cluster];
        return Task.FromResult<ResourceTransformResult?>(new(resource.Args, options));
    }
}
