using CsCheck;
using OfflinePreview.Graph;

namespace Tests.Shared;

/// <summary>Random pairs of graphs that have much in common, as a base and a head have.</summary>
public static class GenChange
{
    private static readonly string[] Types =
    [
        "gcp:container/cluster:Cluster",
        "gcp:container/nodePool:NodePool",
        "kubernetes:core/v1:Service",
        "kubernetes:core/v1:Secret",
        "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet",
        "pulumi:providers:kubernetes",
    ];

    private static readonly string[] Names = ["a", "b", "ab", "c"];

    /// <summary>What is done to a graph: nothing, other resources in it, or other values in the same resources.</summary>
    public static readonly Gen<(StackGraph Before, StackGraph After)> Pair = Gen.OneOf(
        Gen.Select(GenPlan.Graph, GenPlan.Graph),
        GenPlan.Graph.Select(graph => (graph, graph)),
        Gen.Select(GenPlan.Graph, GenPlan.Graph, Mixed)
    );

    /// <summary>Graphs of resources whose types, names and options the diff knows how to treat.</summary>
    public static readonly Gen<(StackGraph Before, StackGraph After)> Known = Gen.Select(KnownGraph(), KnownGraph());

    /// <summary>Pairs of either kind.</summary>
    public static readonly Gen<(StackGraph Before, StackGraph After)> Any = Gen.OneOf(Pair, Known);

    /// <summary>Graphs of up to some hundred resources.</summary>
    public static readonly Gen<(StackGraph Before, StackGraph After)> Large = Gen.Select(
            Gen.Int[1, 100],
            Known,
            GenPlan.Graph
        )
        .Select(
            (times, pair, other) =>
                (
                    Many(pair.Before, times),
                    Many(pair.After with { Resources = pair.After.Resources.AddRange(other.Resources) }, times)
                )
        );

    private static StackGraph Many(StackGraph graph, int times) =>
        graph with
        {
            Resources =
            [
                .. Enumerable
                    .Range(0, times)
                    .SelectMany(time =>
                        graph.Resources.Select(resource =>
                            resource with
                            {
                                Urn = $"{resource.Urn}#{time}",
                                Name = $"{resource.Name}#{time}",
                            }
                        )
                    )
                    .OrderBy(resource => resource.Urn, StringComparer.Ordinal),
            ],
        };

    // The former graph's resources with the latter's arguments, and some of the latter's resources.
    private static (StackGraph Before, StackGraph After) Mixed(StackGraph before, StackGraph other)
    {
        var changed = before.Resources.Zip(
            other.Resources.Concat(other.Resources).Concat(before.Resources),
            (resource, from) => resource with { Inputs = from.Inputs, Options = from.Options, Parent = from.Parent }
        );
        var resources = changed.Concat(other.Resources).DistinctBy(resource => resource.Urn, StringComparer.Ordinal);
        return (
            before,
            before with
            {
                Resources = [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)],
            }
        );
    }

    private static Gen<StackGraph> KnownGraph() =>
        Gen.Select(Pick(Types), Pick(Names), Pick(Names), Inputs(), Options())
            .Select(
                (type, name, parent, inputs, options) =>
                    new ResourceState
                    {
                        Urn = $"urn:pulumi:dev::shop::{type}::{name}",
                        Type = type,
                        Name = name,
                        Parent = $"urn:pulumi:dev::shop::{type}::{parent}",
                        DependsOn = [$"urn:pulumi:dev::shop::{Types[0]}::{parent}"],
                        PropertyDependencies = MapOf([
                            .. inputs.Entries.Select(entry =>
                                (entry.Key, (PlanValue)List($"urn:pulumi:dev::shop::{Types[0]}::{parent}"))
                            ),
                        ]),
                        Provider = $"urn:pulumi:dev::shop::{Types[^1]}::{parent}",
                        Options = options,
                        Inputs = inputs,
                    }
            )
            .Array[0, 12]
            .Select(resources => new StackGraph(
                "shop",
                "dev",
                [
                    .. resources
                        .DistinctBy(resource => resource.Urn, StringComparer.Ordinal)
                        .OrderBy(resource => resource.Urn, StringComparer.Ordinal),
                ]
            ));

    private static Gen<string> Pick(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<PlanMap> Inputs() =>
        Gen.Select(
                Pick(["name", "cluster", "placementPolicy", "metadata", "spec", "data", "kubeconfig", "context"]),
                Gen.OneOf<PlanValue>(
                    GenPlan.PlanString.Select(text => (PlanValue)text),
                    GenPlan.Known,
                    Pick(Names).Select(name => (PlanValue)PlanString.Unknown($"{name}.name")),
                    Gen.String[Gen.Char['a', 'f'], 12, 12]
                        .Select(digest => (PlanValue)PlanString.FromSegments([new StringSegment.Secret(digest)]))
                )
            )
            .Array[0, 5]
            .Select(MapOf);

    private static Gen<PlanMap> Options() =>
        Gen.OneOf(
                Gen.Bool.Select(flag => ("deleteBeforeReplace", (PlanValue)new PlanBool(flag))),
                Gen.Bool.Select(flag => ("protect", (PlanValue)new PlanBool(flag))),
                Pick(Names)
                    .Select(name => ("replaceWith", (PlanValue)List($"urn:pulumi:dev::shop::{Types[0]}::{name}"))),
                Gen.Const(("replaceOnChanges", (PlanValue)List("*"))),
                Gen.Const(("ignoreChanges", (PlanValue)List("data[\"x\"]", "spec"))),
                Pick(Names)
                    .Select(name => ("aliases", (PlanValue)new PlanList([MapOf([("name", PlanString.Known(name))])])))
            )
            .Array[0, 3]
            .Select(MapOf);

    private static PlanList List(params string[] texts) => new PlanList([.. texts.Select(PlanString.Known)]);

    private static PlanMap MapOf((string Key, PlanValue Value)[] entries) =>
        PlanMap.From(
            entries
                .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value))
        );
}
