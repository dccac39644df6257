using System.Collections.Immutable;
using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The limits of LeaderWorkerSet.</summary>
internal static class LeaderWorkerSetRules
{
    /// <summary>The rules.</summary>
    /// <remarks>
    /// Sources: the troubleshooting page of LWS; its validating webhook;
    /// the release notes of LWS 0.6, which introduced <c>LeaderExcluded</c>: before, the leader takes the first slice from its worker.
    /// </remarks>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing(
            "NameTooLong",
            Severity.Error,
            "name",
            (_, one) =>
                LeaderWorkerSetName.MaxLength - (one.Serving.Replicas / 10) is var limit
                && one.Serving.Name.Length > limit
                    ? $"has {one.Serving.Name.Length} characters, too many for the pods of {one.Serving.Replicas} replicas. Allowed: "
                        + (limit > 0 ? $"at most {limit} characters, or fewer replicas" : "fewer replicas")
                    : null
        ),
        Rule.ForServing(
            "PodCountOverflow",
            Severity.Error,
            "replicas",
            (_, one) =>
                (long)one.Serving.Replicas * one.Serving.GroupSize > int.MaxValue
                    ? $"{one.Serving.Replicas} × {one.Serving.GroupSize} pods are more than {int.MaxValue}. Allowed: at most "
                        + $"{int.MaxValue / one.Serving.GroupSize}"
                    : null
        ),
        new("LeaderExclusionUnsupported", CheckLeaderExclusion),
    ];

    /// <summary>The version of a controller that the stack does not install is unknown.</summary>
    private static void CheckLeaderExclusion(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack.Settings.LeaderWorkerSet is not { Install: true, Version: { CanExcludeLeader: false } version })
        {
            return;
        }

        var min = LeaderWorkerSetVersion.All.First(one => one.CanExcludeLeader);
        foreach (var (key, serving, _) in stack.Servings)
        {
            if (serving is { IsDisaggregated: true, Slice.IsMultiHost: false })
            {
                diagnostics.Error(
                    "leaderWorkerSet.version",
                    $"{version} cannot exclude the leader of {key} from its {serving.Slices} single-host slices. Allowed: {min} or newer"
                );
            }
        }
    }
}
