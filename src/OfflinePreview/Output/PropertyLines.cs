using System.Collections.Immutable;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>The changes of a resource, one a line.</summary>
public static class PropertyLines
{
    /// <summary>The lines of a step: arguments before options; all arguments where the resource is new.</summary>
    public static IEnumerable<PropertyLine> Create(ResourceStep step) =>
        step.Old is null
            ? Lines(new(PropertyPath.Root, null, step.New!.Inputs), "")
            : step
                .Changes.SelectMany(change => Lines(change, ""))
                .Concat(step.OptionChanges.SelectMany(change => Lines(change, "[options] ")));

    private static IEnumerable<PropertyLine> Lines(PropertyChange change, string before) =>
        change.Path.Segments is [{ Name: ResourceOption.ReplaceWith }]
        && change is { Old: PlanList from, New: PlanList to }
            ? [new($"{before}{change.Path}", ShowNames(from), ShowNames(to), Note(change))]
        : WithinJson(change) is { IsEmpty: false } inner ? inner.SelectMany(one => Lines(one, before))
        : change is { Old: { } old, New: { } now } ? [new($"{before}{change.Path}", Show(old), Show(now), Note(change))]
        : Leaves(change.Path, (change.Old ?? change.New)!)
            .Select(leaf => new PropertyLine(
                $"{before}{leaf.Path}",
                change.Old is null ? null : Show(leaf.Value),
                change.New is null ? null : Show(leaf.Value),
                Note(change)
            ));

    // None if it is not JSON, or differs only in formatting.
    private static ImmutableArray<PropertyChange> WithinJson(PropertyChange change) =>
        JsonString.Parse(change.Old) is { } old && JsonString.Parse(change.New) is { } now
            ?
            [
                .. ValueDiff
                    .Compare(old, now)
                    .Select(inner => inner with { Path = change.Path.Append(inner.Path), Effect = change.Effect }),
            ]
            : [];

    private static IEnumerable<(PropertyPath Path, PlanValue Value)> Leaves(PropertyPath path, PlanValue value) =>
        value switch
        {
            PlanMap { Entries.IsEmpty: false } map => map.Entries.SelectMany(entry =>
                Leaves(path.Append(entry.Key), entry.Value)
            ),
            PlanList { Items.IsEmpty: false } list => list.Items.SelectMany(
                (item, position) => Leaves(path.Append(position), item)
            ),
            _ => JsonString.Parse(value)
                is { } inner
                    and not (PlanMap { Entries.IsEmpty: true } or PlanList { Items.IsEmpty: true })
                ? Leaves(path, inner)
                : [(path, value)],
        };

    // URNs as the types and names in them.
    private static string ShowNames(PlanList urns) =>
        $"[{string.Join(", ", urns.Items.OfType<PlanString>().Select(urn => ShowName(urn.Literal!)))}]";

    private static string ShowName(string urn) =>
        ResourceUrn.Parse(urn) is { } known
            ? PrintableText.SingleLine($"{TypeTokens.GetName(known.TypeChain)} {known.Name}")
            : urn;

    // Texts in quotes, secret and unknown values as they are.
    private static string Show(PlanValue value) =>
        value switch
        {
            PlanBool flag => flag.Value ? "true" : "false",
            PlanNumber number => number.Text,
            PlanString { Segments: [StringSegment.Secret or StringSegment.Unknown] } hidden => PrintableText.SingleLine(
                hidden.Display
            ),
            PlanString text => PrintableText.Quote(text.Display),
            PlanList list => $"[{string.Join(", ", list.Items.Select(Show))}]",
            PlanMap map =>
                $"{{{string.Join(", ", map.Entries.Select(entry => $"{PrintableText.Quote(entry.Key)}: {Show(entry.Value)}"))}}}",
            _ => "",
        };

    // A new ciphertext may hold the same text, and a replaced resource may have the same output: both sides are shown alike.
    private static string Note(PropertyChange change)
    {
        string[] notes =
        [
            .. change is { Old: { } old, New: { } now } && Show(old) == Show(now)
                ? ["may have changed"]
                : Array.Empty<string>(),
            .. change.Effect == ChangeEffect.Replaces ? ["forces replacement"] : Array.Empty<string>(),
            .. change.Effect == ChangeEffect.Rejected ? ["rejected for an existing object"] : Array.Empty<string>(),
        ];
        return notes.Length == 0 ? "" : $"  # {string.Join(", ", notes)}";
    }
}

/// <summary>A change as text.</summary>
/// <param name="Path">The path.</param>
/// <param name="Old">The value before; null when it is added.</param>
/// <param name="New">The value now; null when it is removed.</param>
/// <param name="Note">What else there is to say, for the end of the line.</param>
public sealed record PropertyLine(string Path, string? Old, string? New, string Note)
{
    /// <summary>As Pulumi has it: <c>~ spec.replicas: 1 => 2</c>.</summary>
    public override string ToString() =>
        Old is null ? $"+ {Path}: {New}{Note}"
        : New is null ? $"- {Path}: {Old}{Note}"
        : $"~ {Path}: {Old} => {New}{Note}";

    /// <summary>What goes and what comes, marks in the first column.</summary>
    public IEnumerable<string> ToDiffLines() =>
        [
            .. Old is null ? Array.Empty<string>() : [$"- {Path}: {Old}{(New is null ? Note : "")}"],
            .. New is null ? Array.Empty<string>() : [$"+ {Path}: {New}{Note}"],
        ];
}
