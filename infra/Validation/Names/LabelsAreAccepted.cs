using System.Text.RegularExpressions;

namespace Infra.Validation.Names;

/// <summary>Labels have keys that Google Cloud accepts and that the stack does not set itself.</summary>
public sealed partial class LabelsAreAccepted : IRule
{
    private static readonly string[] Own = ["environment", "pulumi-project", "pulumi-stack", "serving"];

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        var labels = stack.Platform?.Cluster.Settings.Labels.Keys ?? [];
        var place = report.At("cluster.managed.labels");
        foreach (var key in labels.Where(key => !Pattern().IsMatch(key)))
        {
            place.Error(
                key,
                "is no label of Google Cloud; accepted: a lower-case letter, then at most 62 of them, digits, dashes and underscores"
            );
        }

        foreach (var key in labels.Intersect(Own, StringComparer.Ordinal))
        {
            place.Error(key, $"is set by the stack; accepted: any but {string.Join(", ", Own)}");
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_-]{0,62}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
