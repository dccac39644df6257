using Infra.Model.Tpu;
using Infra.Resources.LeaderWorkerSets;
using OfflinePreview.Graph;
using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>What the webhook of LeaderWorkerSet refuses, and what it accepts but breaks at run time.</summary>
public sealed class LeaderWorkerSetRulesTests
{
    [Theory]
    [InlineData("2cube")]
    [InlineData("Upper")]
    [InlineData("a.b")]
    [InlineData("a-")]
    [InlineData("")]
    [InlineData("a-name-of-more-characters-than-a-leader-worker-set-has")]
    public void A_serving_name_must_be_a_DNS_label(string name)
    {
        var problems = StackText.Load(RuleStack.Existing($"name: '{name}'")).Problems;

        Assert.Contains(
            problems,
            one =>
                one.Key == "servings[0].name"
                && one.Message.Contains("Allowed: at most 50 lower-case", StringComparison.Ordinal)
        );
        RuleStack.Accepts(RuleStack.Existing("name: cube2"));
    }

    [Theory]
    [InlineData(11, 50, 49)]
    [InlineData(100, 50, 49)]
    [InlineData(101, 49, 48)]
    [InlineData(510, 49, 48)]
    [InlineData(1001, 48, 47)]
    [InlineData(1000000, 46, 45)]
    public void A_serving_name_is_short_enough_for_pod_names(int replicas, int wrong, int right)
    {
        RuleStack.Refuses(
            "NameTooLong",
            RuleStack.Existing($"name: {new string('a', wrong)}, replicas: {replicas}"),
            "servings[0].name",
            $"at most {right} characters"
        );
        RuleStack.Accepts(RuleStack.Existing($"name: {new string('a', right)}, replicas: {replicas}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", replicas: 2, slices: 2, topology: 16x16")]
    public async Task Names_and_labels_derived_from_the_longest_name_are_within_limits(string more)
    {
        var name = new string('a', 50);
        var stack = RuleStack.Existing(
            $"name: {name}{more}, batch: {{ input: gs://questions/a, output: gs://answers/a/, serviceAccount: mine }}"
                + (
                    more.Length == 0
                        ? ""
                        : ", maxText: { flags: [ inference_server: Mine ] }, images: { jetStream: 'example.com/a:v1' }"
                )
        );
        var derived = (await StackText.RecordAsync(stack))
            .Resources.Where(resource => resource.Inputs.At("metadata") is not null)
            .SelectMany(resource => Texts(resource.Inputs))
            .Where(text =>
                text.Contains(name, StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)
            )
            .ToList();

        Assert.Contains($"{name}-http", derived);
        Assert.All(derived, text => Assert.InRange(text.Length, name.Length, 63));
    }

    [Theory]
    [InlineData("replicas: -1", "replicas: 0", "replicas")]
    [InlineData("replicas: 1000001", "replicas: 1", "replicas")]
    [InlineData("slices: 0", "slices: 1", "slices")]
    [InlineData("slices: -1", "slices: 1", "slices")]
    public void Replicas_and_slices_stay_within_bounds(string wrong, string right, string key)
    {
        var problem = Assert.Single(StackText.Load(RuleStack.Existing(wrong)).Problems);

        Assert.Equal($"servings[0].{key}", problem.Key);
        Assert.Contains("Allowed: an integer from", problem.Message, StringComparison.Ordinal);
        RuleStack.Accepts(RuleStack.Existing(right));
    }

    [Fact]
    public void The_total_number_of_pods_must_not_overflow()
    {
        const string serving = "topology: 16x16, slices: 64, replicas: ";

        RuleStack.Refuses(
            "PodCountOverflow",
            RuleStack.Existing($"{serving}600000"),
            "servings[0].replicas",
            "at most 524160"
        );
        Assert.DoesNotContain(
            StackText.Load(RuleStack.Existing($"{serving}524160")).Problems,
            problem => problem.Rule == "PodCountOverflow"
        );
    }

    [Theory]
    [InlineData("v0.4.0", "v0.6.0")]
    [InlineData("v0.5.1", "v0.10.0")]
    public void Slices_of_one_host_require_a_controller_that_can_exclude_the_leader(string wrong, string right)
    {
        const string serving =
            "topology: 2x4, machineType: ct6e-standard-8t, slices: 2, "
            + "maxText: { flags: [ inference_server: ExperimentalMaxtextDisaggregatedServer_8, inference_benchmark_test: true ] }";

        RuleStack.Refuses(
            "LeaderExclusionUnsupported",
            RuleStack.Existing(serving, $"leaderWorkerSet: {{ version: {wrong} }}"),
            "leaderWorkerSet.version",
            "v0.6.0 or newer"
        );
        RuleStack.Accepts(RuleStack.Existing(serving, $"leaderWorkerSet: {{ version: {right} }}"));
        RuleStack.Accepts(RuleStack.Existing(serving.Replace("8t", "4t"), $"leaderWorkerSet: {{ version: {wrong} }}"));
        RuleStack.Refuses(
            "LeaderExclusionUnsupported",
            RuleStack.Existing(serving, $"leaderWorkerSet: {{ install: false, version: {right} }}"),
            "leaderWorkerSet.install",
            "only v0.6.0 or newer can exclude the leader of servings[0] from its 2 single-host slices",
            Severity.Note
        );
        RuleStack.Accepts(RuleStack.Existing(serving.Replace("8t", "4t"), "leaderWorkerSet: { install: false }"));
    }

    [Theory]
    [InlineData("topology: 4x4", TopologyAnnotation.Exclusive)]
    [InlineData(
        "topology: 2x4, machineType: ct6e-standard-4t, slices: 2, preset: llama2-70b-disaggregated",
        TopologyAnnotation.SubGroupExclusive
    )]
    public async Task No_graph_has_both_exclusive_annotations(string serving, string annotation)
    {
        var graph = await StackText.RecordAsync(RuleStack.Existing(serving));
        var entries = ((PlanMap)graph.Single("LeaderWorkerSet").Inputs.At("metadata|annotations")!).Entries;

        var exclusive = entries.Where(entry => entry.Key.EndsWith("exclusive-topology", StringComparison.Ordinal));
        Assert.Equal(annotation, Assert.Single(exclusive).Key);
        Assert.Equal(NodeLabel.NodePool, graph.Single("LeaderWorkerSet").TextAt($"metadata|annotations|{annotation}"));
    }

    private static IEnumerable<string> Texts(PlanValue? value) =>
        value switch
        {
            PlanString text => [text.Show()],
            PlanList list => list.Items.SelectMany(Texts),
            PlanMap map => map.Entries.Select(entry => entry.Value).SelectMany(Texts),
            _ => [],
        };
}
