using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A name that Kubernetes accepts everywhere: a DNS-1035 label.</summary>
/// <remarks>LeaderWorkerSets (from LWS 0.5) and Services accept no other. Source: RFC 1035 as Kubernetes applies it.</remarks>
public sealed partial record KubernetesName
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "at most 63 lower-case letters, digits and dashes, starting with a letter and not ending with a dash";

    private KubernetesName(string text) => Text = text;

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>Reads a name; false when Kubernetes would refuse it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KubernetesName? name) =>
        (name = Pattern().IsMatch(text) ? new KubernetesName(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,62}(?<!-)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
