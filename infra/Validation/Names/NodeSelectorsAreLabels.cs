using System.Text.RegularExpressions;
using Infra.Configuration.Reading;
using Infra.Model.Servings;

namespace Infra.Validation.Names;

/// <summary>A node selector is made of labels, and does not contradict those that follow from the slice.</summary>
/// <remarks>Source: Kubernetes' documentation of labels and selectors.</remarks>
public sealed partial class NodeSelectorsAreLabels : IRule
{
    private const int LongestPrefix = 253;
    private const int LongestKey = LongestPrefix + 1 + 63;
    private const string AcceptedKey =
        "a label's key: at most 63 letters, digits, dashes, underscores and dots, possibly after a domain and a slash";
    private const string AcceptedValue =
        "a label's value: at most 63 letters, digits, dashes, underscores and dots, a letter or digit at either end";

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var (key, serving, _) in stack.Servings)
        {
            foreach (var (label, value) in serving.NodeSelector)
            {
                var pool = serving.HasOwnPools && label == Serving.PoolLabel ? serving.Name : null;
                var derived = pool ?? serving.Slice.NodeLabels.GetValueOrDefault(label);
                Check(label, value, derived, report.At(key).At("nodeSelector"));
            }
        }
    }

    private static void Check(string label, string? value, string? derived, Report report)
    {
        var key = KeyPath.Entry("", label);
        if (label.Length > LongestKey || label.IndexOf('/') > LongestPrefix || !Key().IsMatch(label))
        {
            report.Error(key, $"is no label; accepted: {AcceptedKey}");
        }
        else if (value is not null && !Value().IsMatch(value))
        {
            report.Error(key, $"`{KeyPath.Shown(value)}` is no value of a label; accepted: {AcceptedValue}");
        }
        else if (value is not null && derived is not null && derived != value)
        {
            report.Error(
                key,
                $"{value} contradicts what follows from the serving; accepted: {derived}, or null to leave it out"
            );
        }
    }

    [GeneratedRegex(
        @"\A([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Key();

    [GeneratedRegex(
        @"\A([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Value();
}
