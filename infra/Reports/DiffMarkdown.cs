using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;
using static OfflinePreview.Output.MarkdownText;

namespace Infra.Reports;

/// <summary>Writes what an update does as the comment of a pull request.</summary>
/// <remarks>
/// The first line is a marker by which the comment is found again. The same diff gives the same bytes. Strings of the plan are in
/// code spans and blocks only, where GitHub does not interpret them.
/// </remarks>
public static class DiffMarkdown
{
    /// <summary>The most UTF-16 units that a comment takes by default; GitHub takes 65,536.</summary>
    public const int DefaultLimit = 60_000;

    /// <summary>The smallest limit, which has room for what is never omitted.</summary>
    public const int MinLimit = 50_000;

    private const int FirstImportanceOfManifests = 10;
    private const int MinImportance = 100;

    private const string Footer =
        "<sub>Evaluated from code and settings only. Not checked: the deployed state, defaults set by servers, values marked "
        + "<code>[unknown: …]</code>, objects of charts, whether a new ciphertext contains a new value.</sub>\n";

    /// <summary>Writes a diff.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="limit">The most UTF-16 units; at least <see cref="MinLimit"/>.</param>
    /// <param name="facts">Information that is not in the diff.</param>
    public static string Write(GraphDiff diff, int limit = DefaultLimit, CommentContext? facts = null)
    {
        var sections = new MarkdownSections(limit);
        if (diff.Steps.Any(step => step.IsVisible))
        {
            var tree = Fence("", StepTree.Write(diff).Split('\n'));
            sections.Add("", Details("Resources", tree), 0);
        }

        if (MermaidDiagram.Write(diff.After) is { Length: > 0 } diagram)
        {
            sections.Add("", Details("Slices, pools and services", Fence("mermaid", [diagram])), MinImportance);
        }

        AddProperties(sections, diff);
        AddManifests(sections, diff);
        return sections.Write(MarkdownHead.Write(diff, facts ?? new()), Footer);
    }

    private static void AddProperties(MarkdownSections sections, GraphDiff diff)
    {
        var components = StepRank.Components(diff);
        var steps = diff.Steps.Where(step => HasProperties(step, components));
        foreach (var step in StepRank.Order(steps, step => step))
        {
            sections.Add(
                "#### Properties\n\n",
                Details(
                    HtmlCode(Title(step)),
                    Fence("diff", PropertyLines.Create(step).SelectMany(line => line.ToDiffLines()))
                ),
                1 + StepRank.GetRank(step)
            );
        }
    }

    private static void AddManifests(MarkdownSections sections, GraphDiff diff)
    {
        var manifests = diff.Steps.Select(YamlDiff.FromStep).OfType<YamlDiff>();
        foreach (var yaml in StepRank.Order(manifests, yaml => yaml.Step))
        {
            sections.Add(
                "#### Kubernetes objects\n\n",
                Details(HtmlCode(yaml.Title), Fence("diff", yaml.Lines)),
                FirstImportanceOfManifests + StepRank.GetRank(yaml.Step)
            );
        }
    }

    // A new resource is shown as a whole, Kubernetes objects as YAML.
    private static bool HasProperties(ResourceStep step, IReadOnlySet<string> components) =>
        step is { Old: not null, New: not null }
            ? step.IsVisible
            : step.Kind is StepKind.Create or StepKind.Import
                && !step.Resource.Inputs.Entries.IsEmpty
                && step.Resource.Kind != ResourceKind.RemoteChild
                && !components.Contains(step.Resource.Urn)
                && YamlDiff.FromStep(step) is null;

    private static string Title(ResourceStep step) =>
        $"{StepDisplay.ForKind(step.Kind).Prefix.Trim()} {TypeTokens.Abbreviate(step.Resource.Type)} {step.Resource.Name}";
}
