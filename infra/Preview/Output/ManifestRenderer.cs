using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>Writes the Kubernetes objects of a graph as manifests for <c>kubectl apply --server-side</c>.</summary>
public static class ManifestRenderer
{
    private const int LongestFileName = 200;

    /// <summary>Renders every object: namespaces first, then each after what it depends on.</summary>
    public static RenderResult Render(StackGraph graph)
    {
        var objects = DependencyOrder
            .Of(graph)
            .Select(KubernetesObject.Of)
            .OfType<KubernetesObject>()
            .OrderBy(found => found.Kind is "Namespace" ? 0 : 1)
            .ToList();
        var names = FileNames(objects);
        return new RenderResult(
            [.. objects.Zip(names, (found, name) => new Manifest(name, YamlDocument.Write(found.Content)))],
            [.. objects.SelectMany(found => found.Unresolved())],
            [
                .. graph
                    .Resources.Where(IsNotRendered)
                    .Select(resource => new NotRenderedResource(resource.Type, resource.Name)),
            ],
            graph.Resources.Count(resource => resource.Type.StartsWith("gcp:", StringComparison.Ordinal))
        );
    }

    private static bool IsNotRendered(ResourceNode resource) =>
        KubernetesObject.IsOfKubernetes(resource)
        && resource.Options["id"] is null
        && KubernetesObject.Of(resource) is null;

    private static List<string> FileNames(IEnumerable<KubernetesObject> objects)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var found in objects)
        {
            var wanted = SafeName(found.Title);
            var name = wanted;
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{wanted}-{number}";
            }

            names.Add($"{name}.yaml");
        }

        return names;
    }

    private static string SafeName(string title)
    {
        var safe = string.Concat(title.ToLowerInvariant().Select(letter => IsSafe(letter) ? letter : '-'));
        return safe[..Math.Min(safe.Length, LongestFileName)];
    }

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-';
}
