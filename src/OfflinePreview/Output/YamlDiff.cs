using DiffPlex.Renderer;
using OfflinePreview.Diff;

namespace OfflinePreview.Output;

/// <summary>The unified diff of a Kubernetes object's YAML.</summary>
/// <param name="Title">The object: <c>Kind: namespace/name</c>.</param>
/// <param name="Step">The step that changes it.</param>
/// <param name="Lines">The lines with their marks in the first column, three lines of context around each change.</param>
public sealed record YamlDiff(string Title, ResourceStep Step, IReadOnlyList<string> Lines)
{
    /// <summary>The diff of a step; null if the resource is not an object or its YAML is unchanged.</summary>
    public static YamlDiff? FromStep(ResourceStep step)
    {
        var before = step.Old is { } old ? KubernetesObject.FromResource(old) : null;
        var after = step.New is { } now ? KubernetesObject.FromResource(now) : null;
        if ((after ?? before) is not { } shown || !step.IsChange)
        {
            return null;
        }

        var lines = UnifiedLines(Yaml(before), Yaml(after));
        var place = shown.Namespace is { } space ? $"{space}/{shown.Name}" : shown.Name;
        return lines.Count == 0 ? null : new($"{shown.Kind}: {place}", step, lines);
    }

    // The renderer starts with two lines that name files.
    private static IReadOnlyList<string> UnifiedLines(string before, string after) =>
        [
            .. UnidiffRenderer
                .GenerateUnidiff(before, after, ignoreWhitespace: false)
                .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
                .Skip(2),
        ];

    private static string Yaml(KubernetesObject? shown) =>
        shown is null ? "" : YamlDocument.Write(shown.Content).TrimEnd('\n');
}
