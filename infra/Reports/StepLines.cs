using OfflinePreview.Diff;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes one step as <c>pulumi preview --diff</c> does.</summary>
internal static class StepLines
{
    /// <summary>The lines, marks indented as Pulumi has them.</summary>
    public static IEnumerable<string> Create(ResourceStep step)
    {
        var planned = StepDisplay.ForKind(step.Kind);
        IEnumerable<string> lines =
        [
            Head(planned.Prefix, step, planned.Name.Length > 0 ? planned.Name : "unchanged"),
            $"    [urn={PrintableText.SingleLine(step.Resource.Urn)}]",
            .. step.RenamedFrom is { } urn
                ? [$"    [renamed from urn={PrintableText.SingleLine(urn)}]"]
                : Array.Empty<string>(),
            .. StepImpact.Describe(step) is { } impact ? [$"    [{impact}]"] : Array.Empty<string>(),
            .. PropertyLines.Create(step).Select(line => $"  {line}"),
        ];
        if (step.Kind != StepKind.Replace)
        {
            return lines;
        }

        var (made, deleted) = (Head("++", step, "create-replacement"), Head("--", step, "delete-replaced"));
        return step.DeleteBeforeReplace ? [deleted, .. lines, made] : [made, .. lines, deleted];
    }

    private static string Head(string prefix, ResourceStep step, string done) =>
        $"{prefix}{PrintableText.SingleLine(step.Resource.Type)}: ({done})";
}
