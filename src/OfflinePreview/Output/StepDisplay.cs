using System.Collections.Immutable;
using OfflinePreview.Diff;

namespace OfflinePreview.Output;

/// <summary>How Pulumi shows what an update does with a resource.</summary>
/// <param name="Kind">What the update does.</param>
/// <param name="Prefix">Pulumi's mark for it, two characters.</param>
/// <param name="Name">Pulumi's word for it.</param>
public sealed record StepDisplay(StepKind Kind, string Prefix, string Name)
{
    /// <summary>All kinds of steps, in Pulumi's order.</summary>
    public static ImmutableArray<StepDisplay> All { get; } =
    [
        new(StepKind.Same, "  ", ""),
        new(StepKind.Create, "+ ", "create"),
        new(StepKind.Update, "~ ", "update"),
        new(StepKind.Delete, "- ", "delete"),
        new(StepKind.Replace, "+-", "replace"),
        new(StepKind.Read, "> ", "read"),
        new(StepKind.Import, "= ", "import"),
    ];

    /// <summary>How a step is shown.</summary>
    public static StepDisplay ForKind(StepKind kind) => All.First(step => step.Kind == kind);
}
