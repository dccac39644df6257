using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>A resource of a graph that is an object of Kubernetes, as <c>kubectl</c> would be given it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Content">Its arguments, without Pulumi's annotations.</param>
public sealed record KubernetesObject(ResourceState Resource, PlanMap Content)
{
    private const string PulumiAnnotations = "pulumi.com/";

    /// <summary>The object's kind.</summary>
    public string Kind => Content.Find("kind").AsString() ?? "";

    /// <summary>The version of its API: <c>v1</c>, <c>apps/v1</c>.</summary>
    public string ApiVersion => Content.Find("apiVersion").AsString() ?? "";

    /// <summary>Whether it is a namespace.</summary>
    public bool IsNamespace => Kind == "Namespace";

    /// <summary>The object's name.</summary>
    public string Name => Content.Find("metadata", "name").AsString() ?? "";

    /// <summary>The object's namespace; null for the current one, or for none.</summary>
    public string? Namespace => Content.Find("metadata", "namespace").AsString();

    /// <summary>How a message names the object.</summary>
    public string Title => string.Join('/', new[] { Kind, Namespace, Name }.OfType<string>());

    /// <summary>The object of a resource; null if the resource is not one, or is only read.</summary>
    public static KubernetesObject? FromResource(ResourceState resource) =>
        IsObject(resource)
            ? new KubernetesObject(resource, WithName(WithoutPulumiAnnotations(resource.Inputs), resource.Name))
            : null;

    /// <summary>Whether a resource is an object of the program's own, and not only read.</summary>
    public static bool IsObject(ResourceState resource) =>
        IsKubernetesResource(resource)
        && resource.Inputs["apiVersion"] is not null
        && resource.Inputs["kind"] is not null;

    /// <summary>Whether a resource is of the Kubernetes package and the program's own, not a child of a remote component.</summary>
    public static bool IsKubernetesResource(ResourceState resource) =>
        resource.Kind != ResourceKind.RemoteChild && resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <summary>The values that are not wholly known, in the order of their paths.</summary>
    public IEnumerable<UnresolvedValue> Unresolved() =>
        Unresolved(Content, "").Select(found => new UnresolvedValue(Title, found.Path, found.Text.Display));

    private static PlanMap WithoutPulumiAnnotations(PlanMap content)
    {
        if (content["metadata"] is not PlanMap metadata || metadata["annotations"] is not PlanMap annotations)
        {
            return content;
        }

        var kept = annotations.Without(key => key.StartsWith(PulumiAnnotations, StringComparison.Ordinal));
        return content.With(
            "metadata",
            kept.Entries.IsEmpty ? metadata.Without(key => key == "annotations") : metadata.With("annotations", kept)
        );
    }

    // Pulumi generates a name if the program sets none.
    private static PlanMap WithName(PlanMap content, string resource)
    {
        var metadata = content["metadata"] as PlanMap ?? PlanMap.Empty;
        var isNamed = metadata["name"] is not null || metadata["generateName"] is not null;
        return isNamed
            ? content
            : content.With("metadata", metadata.With("name", PlanString.Unknown($"{resource}.metadata.name")));
    }

    private static IEnumerable<UnresolvedText> Unresolved(PlanValue value, string path) =>
        value switch
        {
            _ when IsResolved(value) => [],
            PlanString text => [new(path, text)],
            PlanList list => list.Items.SelectMany((item, index) => Unresolved(item, $"{path}[{index}]")),
            PlanMap map => map.Entries.SelectMany(entry =>
                Unresolved(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")
            ),
            _ => [],
        };

    private static bool IsResolved(PlanValue value) =>
        value switch
        {
            PlanString text => text.Literal is not null,
            PlanList list => list.Items.All(IsResolved),
            PlanMap map => AreResolved(map),
            _ => true,
        };

    private static bool AreResolved(PlanMap map)
    {
        foreach (var entry in map.Entries)
        {
            if (!IsResolved(entry.Value))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record UnresolvedText(string Path, PlanString Text);
}
