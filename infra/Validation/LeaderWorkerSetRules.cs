using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The limits of LeaderWorkerSet.</summary>
internal static class LeaderWorkerSetRules
{
    /// <summary>The rules.</summary>
    /// <remarks>
    /// Sources: the validating webhook of LWS, which does not refuse long names: the workers just never appear; the release notes of LWS 0.6,
    /// which introduced <c>LeaderExcluded</c>: before, the leader takes the first slice from its worker.
    /// </remarks>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing("NameTooLong", Severity.Error, "name", (_, one) => NameViolation(one.Serving)),
        Rule.ForServing(
            "PodCountOverflow",
            Severity.Error,
            "replicas",
            (_, one) =>
                (long)one.Serving.Replicas * one.Serving.GroupSize > int.MaxValue
                    ? $"{one.Serving.Replicas} replicas of {one.Serving.GroupSize} pods exceed the maximum of {int.MaxValue} pods. Allowed: at most "
                        + $"{int.MaxValue / one.Serving.GroupSize}"
                    : null
        ),
        new("LeaderExclusionUnsupported", CheckLeaderExclusion),
    ];

    private static string? NameViolation(Serving serving)
    {
        var longest = DerivedName.AllOf(serving).MaxBy(name => name.Text.Length)!;
        var excess = longest.Text.Length - DerivedName.MaxLength;
        return excess > 0
            ? $"has {serving.Name.Length} characters, but with replicas: {serving.Replicas} {longest.Owner} would have {longest.Text.Length}, "
                + $"more than {DerivedName.MaxLength}. Allowed: at most {serving.Name.Length - excess} characters"
            : null;
    }

    /// <summary>A controller that the stack does not install has a version that is not known, which is a note.</summary>
    private static void CheckLeaderExclusion(RuleContext stack, DiagnosticSink diagnostics)
    {
        var (isInstalled, version) = (stack.Settings.LeaderWorkerSet.Install, stack.Settings.LeaderWorkerSet.Version);
        if (isInstalled && version.CanExcludeLeader)
        {
            return;
        }

        var min = LeaderWorkerSetVersion.All.First(one => one.CanExcludeLeader);
        foreach (var (key, serving, _) in stack.Servings)
        {
            if (serving is not { IsDisaggregated: true, Slice.IsMultiHost: false })
            {
                continue;
            }

            var slices = $"exclude the leader of {key} from its {serving.Slices} single-host slices";
            if (isInstalled)
            {
                diagnostics.Error("leaderWorkerSet.version", $"{version} cannot {slices}. Allowed: {min} or newer");
            }
            else
            {
                diagnostics.Add(
                    Severity.Note,
                    "leaderWorkerSet.install",
                    $"the version of the cluster's controller is unknown, and only {min} or newer can {slices}. Check the image of lws-controller-manager in "
                        + "namespace lws-system"
                );
            }
        }
    }
}
