using System.Collections.Immutable;
using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Who can reach a model.</summary>
internal static class ServiceRules
{
    private const string Key = "service.sourceRanges";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing(
            "UnusedSourceRanges",
            Severity.Error,
            Key,
            (_, one) =>
                one.IsSet(Key) && !one.Serving.Service.HasLoadBalancer
                    ? "is not used without a load balancer. Remove it, or set service.access: internal"
                    : null
        ),
        Rule.ForServing("SourceRangeTooWide", CheckWidth),
    ];

    private static void CheckWidth(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var (index, range) in one.Serving.Service.SourceRanges.Index())
        {
            if (range.AdmitsAlmostEveryone)
            {
                diagnostics.Error($"{Key}[{index}]", $"{range} {CidrRange.TooWide}");
            }
        }
    }
}
