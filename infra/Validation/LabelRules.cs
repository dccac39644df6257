using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Labels of Google Cloud and of Kubernetes. Source: the documentation of either.</summary>
internal static partial class LabelRules
{
    private const int MaxPrefixLength = 253;
    private const int MaxKeyLength = MaxPrefixLength + 1 + 63;
    private const string AllowedKey =
        "at most 63 letters, digits, dashes, underscores and dots, optionally after a DNS name and a slash";
    private const string AllowedValue =
        "at most 63 letters, digits, dashes, underscores and dots, starting and ending with a letter or digit";

    private static readonly string[] Reserved = ["environment", "pulumi-project", "pulumi-stack", "serving"];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [new("InvalidLabel", CheckLabels), Rule.ForServing("InvalidNodeSelector", CheckNodeSelector)];

    private static void CheckLabels(RuleContext stack, DiagnosticSink diagnostics)
    {
        var labels = stack.Platform?.Cluster.Settings.Labels.Keys ?? [];
        var labelDiagnostics = diagnostics.ForKey("cluster.managed.labels");
        foreach (var key in labels.Where(key => !GoogleLabel().IsMatch(key)))
        {
            labelDiagnostics.Error(
                key,
                "is not a valid Google Cloud label. Allowed: at most 63 lower-case letters, digits, dashes and underscores, starting with a letter"
            );
        }

        foreach (var key in labels.Intersect(Reserved, StringComparer.Ordinal))
        {
            labelDiagnostics.Error(
                key,
                $"is set by the stack. Allowed: any label except {string.Join(", ", Reserved)}"
            );
        }
    }

    private static void CheckNodeSelector(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var (label, value) in one.Serving.NodeSelector)
        {
            var pool = one.Serving.CreatesNodePools && label == Serving.PoolLabel ? one.Serving.Name : null;
            var derived = pool ?? one.Serving.Slice.NodeLabels.GetValueOrDefault(label);
            if (Violation(label, value, derived) is { } message)
            {
                diagnostics.ForKey("nodeSelector").Error(KeyPath.Entry("", label), message);
            }
        }
    }

    private static string? Violation(string label, string? value, string? derived) =>
        label.Length > MaxKeyLength || label.IndexOf('/') > MaxPrefixLength || !Key().IsMatch(label)
            ? $"is not a valid label. Allowed: {AllowedKey}"
        : value is null ? null
        : !Value().IsMatch(value) ? $"'{KeyPath.Shown(value)}' is not a valid label value. Allowed: {AllowedValue}"
        : derived is not null && derived != value
            ? $"'{value}' contradicts the value that is derived from the serving. Allowed: {derived}, or null to omit the label"
        : null;

    [GeneratedRegex(@"\A[a-z][a-z0-9_-]{0,62}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GoogleLabel();

    [GeneratedRegex(
        @"\A([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Key();

    [GeneratedRegex(
        @"\A([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Value();
}
