using System.Collections.Concurrent;
using CsCheck;
using Infra.Configuration;
using Infra.Configuration.Reading;
using Infra.Model;
using Infra.Model.Tpu;
using Infra.Validation;
using OfflinePreview.Graph;
using OfflinePreview.Output;
using OfflinePreview.Recording;

namespace Infra.Tests.Settings.Properties;

/// <summary>Whatever is written, it is refused with a problem, or gives a graph in which everything agrees.</summary>
public sealed class RandomSettingsTests(OutcomeCounter tally) : IClassFixture<OutcomeCounter>
{
    private const int SensibleStacksToTry = 8_000;
    private const int HostileStacksToTry = 12_000;
    private const int GraphsOfStandIn = 2_000;

    /// <summary>The official SDK starts a server for every run and never ends it, so that fewer runs have to do.</summary>
    private const int GraphsOfOfficialSdk = 200;

    private const long MostSlices = 3;

    private static int Graphs =>
        typeof(Pulumi.Resource).Assembly.GetName().Name == "Pulumi.OfflineSdk" ? GraphsOfStandIn : GraphsOfOfficialSdk;

    [Fact]
    public async Task Settings_are_refused_with_a_problem_or_give_a_graph_in_which_all_numbers_agree()
    {
        var accepted = new ConcurrentQueue<(Tree.Map Stack, Blueprint Blueprint)>();
        SensibleStacks.All.Sample(stack => Load("sensible", stack, accepted), iter: SensibleStacksToTry);
        var sensible = accepted.Count;
        HostileStacks.All.Sample(stack => Load("hostile", stack, accepted), iter: HostileStacksToTry);

        await Parallel.ForEachAsync(
            Chosen(accepted, sensible),
            async (one, _) => await EvaluateAsync(one.Stack, one.Blueprint)
        );

        AssertCounts();
    }

    private void Load(string kind, Tree.Map stack, ConcurrentQueue<(Tree.Map, Blueprint)> accepted)
    {
        var loaded = SettingsLoader.Load(Tree.Document(stack), [], examples: Severity.Error);
        tally.Add($"{kind}, {(loaded.Blueprint is null ? "refused" : "accepted")}");
        Assert.Equal(loaded.Blueprint is null, loaded.Problems.Any(problem => problem.Severity == Severity.Error));
        foreach (var problem in loaded.Problems)
        {
            Assert.DoesNotContain("ThisIsTheSecret", problem.Message + problem.Key, StringComparison.Ordinal);
            tally.Add($"rule {problem.Rule}");
        }

        if (loaded.Blueprint is { } blueprint)
        {
            Count(blueprint);
            accepted.Enqueue((stack, blueprint));
        }
    }

    private void Count(Blueprint blueprint)
    {
        foreach (var serving in blueprint.Servings)
        {
            tally.Add($"slice {serving.Slice}");
            if (blueprint.Platform is not null)
            {
                tally.Add($"capacity {serving.Capacity.Kind}");
            }
        }
    }

    /// <summary>Half of each kind, as far as there are so many, and none that takes long.</summary>
    private static IEnumerable<(Tree.Map Stack, Blueprint Blueprint)> Chosen(
        IReadOnlyCollection<(Tree.Map, Blueprint Blueprint)> accepted,
        int sensible
    )
    {
        var small = accepted
            .Select((one, index) => (One: one, IsSensible: index < sensible))
            .Where(one => Slices(one.One.Blueprint) <= MostSlices)
            .ToList();
        var hostile = small.Where(one => !one.IsSensible).Take(Graphs / 2).ToList();
        return small.Where(one => one.IsSensible).Take(Graphs - hostile.Count).Concat(hostile).Select(one => one.One);
    }

    private static long Slices(Blueprint blueprint) =>
        blueprint.Deployed.Sum(serving => (long)serving.Slices * serving.Replicas);

    private async Task EvaluateAsync(Tree.Map stack, Blueprint blueprint)
    {
        try
        {
            var graph = await Recorder.RecordAsync(
                "jetstream-pathways",
                "test",
                (options, placeholders) =>
                    new ProgramStack(options, () => InferenceStack.CreateAsync(blueprint, placeholders.Secret))
            );
            GraphConsistency.Check(graph);
            AssertWhole(graph, blueprint);
            tally.Add("graphs");
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"This stack: {stack}", failure);
        }
    }

    private static void AssertWhole(StackGraph graph, Blueprint blueprint)
    {
        Assert.Equal(blueprint.Deployed.Count(), graph.Resources.Count(node => node.Is("LeaderWorkerSet")));
        Assert.DoesNotContain("ThisIsTheSecret", PlanJson.Write(graph), StringComparison.Ordinal);
    }

    private void AssertCounts()
    {
        Assert.True(
            3 * tally.Of("sensible, accepted") >= SensibleStacksToTry,
            "fewer than a third of the sensible stacks are accepted"
        );
        Assert.Equal(Graphs, tally.Of("graphs"));
        string[] expected =
        [
            .. TpuSlice.All.Select(slice => $"slice {slice}"),
            .. Enum.GetValues<CapacityKind>().Except([CapacityKind.Queued]).Select(kind => $"capacity {kind}"),
            .. AllRules.Rules.Select(rule => $"rule {rule.GetType().Name}"),
        ];
        Assert.DoesNotContain(expected, one => tally.Of(one) == 0);
    }
}
