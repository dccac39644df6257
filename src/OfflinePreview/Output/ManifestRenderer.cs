using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Renders the Kubernetes objects of a graph as manifests for <c>kubectl apply --server-side</c>.</summary>
public static class ManifestRenderer
{
    /// <summary>Renders every object: namespaces first, then each after what it depends on.</summary>
    public static RenderResult Render(StackGraph graph)
    {
        var objects = Objects(graph);
        return new RenderResult(
            [.. objects.Select(found => new Manifest(found.Title, found.Content))],
            [.. objects.SelectMany(found => found.Unresolved())],
            [
                .. graph
                    .Resources.Where(IsNotRendered)
                    .Select(resource => new NotRenderedResource(resource.Type, resource.Name)),
            ],
            Prerequisites.Find(objects)
        );
    }

    private static KubernetesObject[] Objects(StackGraph graph)
    {
        var objects = DependencyOrder
            .Sort(graph)
            .Select(KubernetesObject.FromResource)
            .OfType<KubernetesObject>()
            .ToList();
        return [.. objects.Where(found => found.IsNamespace), .. objects.Where(found => !found.IsNamespace)];
    }

    private static bool IsNotRendered(ResourceState resource) =>
        KubernetesObject.IsKubernetesResource(resource)
        && resource.Options["id"] is null
        && !KubernetesObject.IsObject(resource);
}
