using System.Collections.Immutable;

namespace OfflinePreview.Graph;

/// <summary>One resource of a <see cref="StackGraph"/>.</summary>
public sealed record ResourceState
{
    /// <summary>The resource's URN as Pulumi forms it: <c>urn:pulumi:STACK::PROJECT::PARENT-TYPE$TYPE::NAME</c>.</summary>
    public required string Urn { get; init; }

    /// <summary>The resource's type token, such as <c>kubernetes:core/v1:Service</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The resource's logical name.</summary>
    public required string Name { get; init; }

    /// <summary>Who registers and manages the resource. Default: a provider manages it.</summary>
    public ResourceKind Kind { get; init; }

    /// <summary>The URN of the parent; null for the stack's own resource.</summary>
    public string? Parent { get; init; }

    /// <summary>
    /// The URNs that this resource waits for, sorted: those named by <c>dependsOn</c> and those whose outputs its arguments use.
    /// </summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>
    /// The URNs whose outputs an argument uses, sorted, by the argument's name; arguments that use none are left out. Also a value that is
    /// known has dependencies.
    /// </summary>
    public PlanMap PropertyDependencies { get; init; } = PlanMap.Empty;

    /// <summary>The URN of the explicit provider, own or inherited; null for the default one.</summary>
    public string? Provider { get; init; }

    /// <summary>The options as the program set them, those that Pulumi shows or acts on (protect, ignoreChanges, …).</summary>
    public PlanMap Options { get; init; } = PlanMap.Empty;

    /// <summary>The arguments.</summary>
    public PlanMap Inputs { get; init; } = PlanMap.Empty;

    /// <inheritdoc />
    public bool Equals(ResourceState? other) =>
        other is not null
        && (Urn, Type, Name, Kind, Parent, Provider)
            == (other.Urn, other.Type, other.Name, other.Kind, other.Parent, other.Provider)
        && DependsOn.SequenceEqual(other.DependsOn)
        && PropertyDependencies.Equals(other.PropertyDependencies)
        && Options.Equals(other.Options)
        && Inputs.Equals(other.Inputs);

    /// <summary>The URNs whose outputs the argument <paramref name="property" /> uses.</summary>
    public IEnumerable<string> GetDependencies(string property) => PropertyDependencies[property].KnownStrings();

    /// <summary>The value of an argument or of a part of one; null if there is none.</summary>
    /// <param name="path">Names with dots between them, such as <c>metadata.name</c>.</param>
    public PlanValue? GetArgument(string path) => Inputs.Find(path.Split('.'));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Urn, Inputs);
}
