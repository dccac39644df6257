using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Secrecy and dependencies of a value, from the outputs that contain it.</summary>
/// <param name="IsSecret">Whether one of them is secret.</param>
/// <param name="Sources">The resources that it depends on.</param>
internal sealed record Provenance(bool IsSecret, ImmutableHashSet<Resource> Sources)
{
    /// <summary>The provenance of a literal.</summary>
    public static Provenance None { get; } = new(false, []);

    /// <summary>The provenance of a value that is also inside an output of the given state.</summary>
    public Provenance Combine(bool isSecret, ImmutableHashSet<Resource> sources) =>
        isSecret || !sources.IsEmpty ? new(IsSecret || isSecret, Sources.Union(sources)) : this;

    /// <summary>The plan of a known text.</summary>
    /// <remarks>
    /// A marker in it shows where it is secret or unknown. The rest is shown when nothing else can be hidden in it: a
    /// secret string must contain a secret marker, one that depends on resources must contain a marker of each.
    /// </remarks>
    public PlanString ToPlan(ParsedString marked)
    {
        if (IsSecret && (!marked.HasSecret || marked.IsDamaged))
        {
            return PlanString.Secret();
        }

        if (Sources.IsEmpty)
        {
            return marked.Text;
        }

        var names = Names;
        var missing = Array.FindAll(names, name => !marked.Owners.Contains(name));
        if (missing.Length == 0 && !marked.IsDamaged)
        {
            return marked.Text;
        }

        return IsSecret ? PlanString.Secret() : Unknown(missing.Length == 0 ? names : missing);
    }

    /// <summary>The plan of a known value that cannot hold a marker.</summary>
    public PlanValue? ToPlan(PlanValue? value) => IsSecret || !Sources.IsEmpty ? ToHidden() : value;

    /// <summary>The plan of a value that is not known, or not to be shown.</summary>
    public PlanString ToHidden() => IsSecret ? PlanString.Secret() : Unknown(Names);

    // Resources of different types may share a name.
    private string[] Names =>
        [
            .. Sources
                .Select(source => source.GetResourceName())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static PlanString Unknown(string[] names) =>
        PlanString.Unknown(names.Length == 0 ? "output" : string.Join(", ", names));
}
