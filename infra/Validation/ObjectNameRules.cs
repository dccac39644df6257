using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Names that Kubernetes and the LeaderWorkerSet controller give to objects of their own.</summary>
internal static partial class ObjectNameRules
{
    private const string ApiServer = "kubernetes";

    /// <summary>The rules.</summary>
    /// <remarks>
    /// Sources: <c>leaderworkerset_controller.go</c> and <c>pod_controller.go</c> of LWS, which name the StatefulSet of the leaders after the
    /// LeaderWorkerSet, and that of the workers of a group after its leader pod; the API server of Kubernetes, which keeps its Service
    /// <c>kubernetes</c> in the namespace <c>default</c> (<c>kubernetesServiceName</c> in its sources).
    /// </remarks>
    internal static ImmutableArray<Rule> All { get; } =
    [
        new("WorkerNameConflict", CheckWorkers),
        Reserved("name", serving => serving.Name),
        Reserved("service.name", serving => serving.ServiceName),
    ];

    private static Rule Reserved(string key, Func<Serving, string> name) =>
        Rule.ForServing(
            "ReservedServiceName",
            Severity.Error,
            key,
            (_, one) =>
                one.Serving.NamespaceName == Serving.DefaultNamespace && name(one.Serving) == ApiServer
                    ? $"{ApiServer} is reserved in namespace {Serving.DefaultNamespace} for the Service of the API server. Allowed: another name, or another namespace"
                    : null
        );

    /// <summary>Only groups that exist have workers: the name <c>llama3-70</c> is free beside one replica of <c>llama3</c>.</summary>
    private static void CheckWorkers(RuleContext stack, DiagnosticSink diagnostics)
    {
        var servings = stack.Servings.ToLookup(one => (one.Serving.NamespaceName, one.Serving.Name));
        foreach (var one in stack.Servings)
        {
            var leader = LeaderPod().Match(one.Serving.Name);
            var set = leader.Groups["set"].Value;
            if (
                servings[(one.Serving.NamespaceName, set)].FirstOrDefault() is { } other
                && int.TryParse(leader.Groups["group"].ValueSpan, CultureInfo.InvariantCulture, out var group)
                && group < other.Serving.Replicas
            )
            {
                diagnostics
                    .ForKey(one.Key)
                    .Error(
                        "name",
                        $"{one.Serving.Name} is the name that LeaderWorkerSet gives to the workers of group {group} of {other.Key}. "
                            + $"Allowed: a name other than {set}-NUMBER, or another namespace"
                    );
            }
        }
    }

    [GeneratedRegex(
        @"\A(?<set>.+)-(?<group>0|[1-9][0-9]*)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex LeaderPod();
}
