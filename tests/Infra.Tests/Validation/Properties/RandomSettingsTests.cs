using CsCheck;
using Infra.Configuration;
using Infra.Model;
using Infra.Model.Tpu;
using Infra.Validation;
using OfflinePreview.Graph;
using OfflinePreview.Output;
using OfflinePreview.Recording;
using StackConfig.Reading;

namespace Infra.Tests.Validation.Properties;

/// <summary>Whatever is written, it is refused with a problem, or gives a graph in which everything agrees.</summary>
[Trait("Category", "Slow")]
public sealed class RandomSettingsTests(OutcomeCounter outcomes) : IClassFixture<OutcomeCounter>
{
    private const int SensibleStacksToTry = 8_000;
    private const int HostileStacksToTry = 12_000;
    private const int GraphsOfStandIn = 2_000;

    /// <summary>The official SDK starts a server for every run and never ends it, so that fewer runs have to do.</summary>
    private const int GraphsOfOfficialSdk = 200;

    private const long MaxSlices = 3;

    private static int Graphs =>
        typeof(Pulumi.Resource).Assembly.GetName().Name == "Pulumi.OfflineSdk" ? GraphsOfStandIn : GraphsOfOfficialSdk;

    [Fact]
    public async Task Settings_are_refused_with_a_diagnostic_or_give_a_consistent_graph()
    {
        try
        {
            var sensible = Accepted("sensible", SensibleStacks.All, SensibleStacksToTry);
            var hostile = Accepted("hostile", HostileStacks.All, HostileStacksToTry);
            await Parallel.ForEachAsync(
                Chosen(sensible, hostile),
                async (one, _) => await EvaluateAsync(one.Stack, one.StackModel)
            );
            AssertCounts();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"To repeat the run, set {Seeded.Variable}={Seeded.Seed}.", failure);
        }
    }

    private List<(Tree.Map Stack, StackModel StackModel)> Accepted(string kind, Gen<Tree.Map> stacks, int count) =>
        [
            .. ParallelEnumerable
                .Range(0, count)
                .AsOrdered()
                .Select(number => stacks.Draw(number))
                .Select(stack => (Stack: stack, StackModel: Load(kind, stack)))
                .Where(loaded => loaded.StackModel is not null)
                .Select(loaded => (loaded.Stack, loaded.StackModel!)),
        ];

    private StackModel? Load(string kind, Tree.Map settings)
    {
        var loaded = SettingsLoader.Load(Tree.Document(settings), [], placeholderSeverity: Severity.Error);
        outcomes.Add($"{kind}, {(loaded.StackModel is null ? "refused" : "accepted")}");
        Assert.Equal(loaded.StackModel is null, loaded.Problems.Any(problem => problem.Severity == Severity.Error));
        foreach (var problem in loaded.Problems)
        {
            Assert.DoesNotContain("ThisIsTheSecret", problem.Message + problem.Key, StringComparison.Ordinal);
            outcomes.Add($"rule {problem.Rule}");
        }

        if (loaded.StackModel is { } stack)
        {
            Count(stack);
        }

        return loaded.StackModel;
    }

    private void Count(StackModel stack)
    {
        foreach (var serving in stack.Servings)
        {
            outcomes.Add($"slice {serving.Slice}");
            if (stack.Platform is not null)
            {
                outcomes.Add($"capacity {serving.Capacity.Kind}");
            }
        }
    }

    /// <summary>Up to half of the graphs for hostile stacks and the rest for sensible ones, without large stacks.</summary>
    private static IEnumerable<(Tree.Map Stack, StackModel StackModel)> Chosen(
        IEnumerable<(Tree.Map Stack, StackModel StackModel)> sensible,
        IEnumerable<(Tree.Map Stack, StackModel StackModel)> hostile
    )
    {
        var some = hostile.Where(one => Slices(one.StackModel) <= MaxSlices).Take(Graphs / 2).ToList();
        return some.Concat(sensible.Where(one => Slices(one.StackModel) <= MaxSlices).Take(Graphs - some.Count));
    }

    private static long Slices(StackModel stack) =>
        stack.Deployed.Sum(serving => (long)serving.Slices * serving.Replicas);

    private async Task EvaluateAsync(Tree.Map settings, StackModel stack)
    {
        try
        {
            var graph = await Recorder.RecordAsync(
                "jetstream-pathways",
                "test",
                (options, unknownValues) =>
                    new ProgramStack(options, () => InferenceStack.CreateAsync(stack, unknownValues.Secret))
            );
            GraphConsistency.Check(graph);
            AssertWhole(graph, stack);
            outcomes.Add("graphs");
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"This stack: {settings}", failure);
        }
    }

    private static void AssertWhole(StackGraph graph, StackModel stack)
    {
        Assert.Equal(stack.Deployed.Count(), graph.Resources.Count(resource => resource.Is("LeaderWorkerSet")));
        Assert.DoesNotContain("ThisIsTheSecret", PlanJson.Write(graph), StringComparison.Ordinal);
    }

    private void AssertCounts()
    {
        Assert.True(
            3 * outcomes.GetCount("sensible, accepted") >= SensibleStacksToTry,
            "fewer than a third of the sensible stacks are accepted"
        );
        Assert.Equal(Graphs, outcomes.GetCount("graphs"));
        string[] expected =
        [
            .. TpuSlice.All.Select(slice => $"slice {slice}"),
            .. Enum.GetValues<CapacityKind>().Except([CapacityKind.Queued]).Select(kind => $"capacity {kind}"),
            .. AllRules.Rules.Select(rule => $"rule {rule.Id}").Distinct(StringComparer.Ordinal),
        ];
        Assert.DoesNotContain(expected, one => outcomes.GetCount(one) == 0);
    }
}
