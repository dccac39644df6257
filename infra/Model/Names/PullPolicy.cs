using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Names;

/// <summary>When the kubelet pulls an image, in Kubernetes' own words.</summary>
public sealed record PullPolicy
{
    private PullPolicy(string name) => Name = name;

    /// <summary>When the node does not hold it.</summary>
    public static PullPolicy IfNotPresent { get; } = new("IfNotPresent");

    /// <summary>Every policy.</summary>
    public static ImmutableArray<PullPolicy> All { get; } = [IfNotPresent, new("Always"), new("Never")];

    /// <summary>The policy as Kubernetes writes it.</summary>
    public string Name { get; }

    /// <summary>Reads a policy; false when Kubernetes has none of that name.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PullPolicy? policy) =>
        (policy = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
