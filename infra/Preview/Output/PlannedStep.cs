using System.Collections.Frozen;
using Infra.Preview.Diff;

namespace Infra.Preview.Output;

/// <summary>How Pulumi shows what an update does with a resource.</summary>
/// <param name="Prefix">Pulumi's mark for it, two characters.</param>
/// <param name="Name">Pulumi's word for it.</param>
/// <param name="Order">Where Pulumi puts it among the others.</param>
internal sealed record PlannedStep(string Prefix, string Name, int Order)
{
    private static readonly FrozenDictionary<StepKind, PlannedStep> Steps = new Dictionary<StepKind, PlannedStep>
    {
        [StepKind.Same] = new("  ", "", 0),
        [StepKind.Create] = new("+ ", "create", 1),
        [StepKind.Update] = new("~ ", "update", 2),
        [StepKind.Delete] = new("- ", "delete", 3),
        [StepKind.Replace] = new("+-", "replace", 4),
        [StepKind.Read] = new("> ", "read", 5),
        [StepKind.Import] = new("= ", "import", 6),
    }.ToFrozenDictionary();

    /// <summary>How a step is shown.</summary>
    public static PlannedStep Of(StepKind kind) => Steps[kind];
}
