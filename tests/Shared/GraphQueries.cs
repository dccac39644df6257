using OfflinePreview.Graph;

namespace Tests.Shared;

/// <summary>Questions that tests ask of a recorded graph.</summary>
internal static class GraphQueries
{
    /// <summary>The resources that the program constructs, without those that a provider registers below a remote component.</summary>
    public static IEnumerable<ResourceState> Own(this StackGraph graph) =>
        graph.Resources.Where(resource => resource.Kind != ResourceKind.RemoteChild);

    /// <summary>The e-mail address of the service account of that name.</summary>
    public static string GetEmail(this StackGraph graph, string account) =>
        $"{graph.Single("Account", account).TextAt("accountId")}@{graph.Single("Account", account).TextAt("project")}.iam.gserviceaccount.com";

    /// <summary>The only resource of the program's own whose type ends in <paramref name="type"/>, of that name where one is given.</summary>
    public static ResourceState Single(this StackGraph graph, string type, string? name = null) =>
        graph.Own().Single(resource => resource.Is(type) && (name is null || resource.Name == name));

    /// <summary>Whether the resource's type ends in <paramref name="type"/>, such as <c>Service</c>.</summary>
    public static bool Is(this ResourceState resource, string type) =>
        resource.Type.EndsWith($":{type}", StringComparison.Ordinal);

    /// <summary>The value at a path of names and positions: <c>spec|ports|0|port</c>; null when there is none.</summary>
    public static PlanValue? At(this PlanValue? value, string path) =>
        path.Split('|')
            .Aggregate(
                value,
                (inner, step) =>
                    inner switch
                    {
                        PlanMap map => map[step],
                        PlanList list when int.TryParse(step, out var index) && index < list.Items.Length => list.Items[
                            index
                        ],
                        _ => null,
                    }
            );

    /// <summary>The value at a path as a test writes it: known texts plain, others in brackets.</summary>
    public static string? TextAt(this ResourceState resource, string path) => Show(resource.Inputs.At(path));

    /// <summary>The texts of the list at a path.</summary>
    public static IReadOnlyList<string?> TextsAt(this ResourceState resource, string path) =>
        resource.Inputs.At(path) is PlanList list ? [.. list.Items.Select(Show)] : [];

    private static string? Show(PlanValue? value) =>
        value switch
        {
            PlanString text => string.Concat(text.Segments.Select(Show)),
            PlanNumber number => number.Text,
            PlanBool truth => truth.Value ? "true" : "false",
            _ => value?.ToString(),
        };

    private static string Show(StringSegment part) =>
        part switch
        {
            StringSegment.Literal literal => literal.Text,
            StringSegment.Unknown unknown => $"[unknown: {unknown.Output}]",
            _ => "[secret]",
        };
}
