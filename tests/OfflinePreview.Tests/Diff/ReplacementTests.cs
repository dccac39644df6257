using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace OfflinePreview.Tests.Diff;

public sealed class ReplacementTests
{
    [Theory]
    [InlineData("gcp:container/nodePool:NodePool", "placementPolicy.tpuTopology", true)]
    [InlineData("gcp:container/nodePool:NodePool", "nodeConfig.spot", true)]
    [InlineData("gcp:container/nodePool:NodePool", "autoscaling.maxNodeCount", false)]
    [InlineData("gcp:container/nodePool:NodePool", "version", false)]
    [InlineData("gcp:container/cluster:Cluster", "location", true)]
    [InlineData("gcp:container/cluster:Cluster", "releaseChannel.channel", false)]
    [InlineData("gcp:storage/bucket:Bucket", "location", true)]
    [InlineData("gcp:projects/iAMMember:IAMMember", "role", true)]
    [InlineData("kubernetes:core/v1:Service", "metadata.namespace", true)]
    [InlineData("kubernetes:core/v1:Service", "spec.clusterIP", true)]
    [InlineData("kubernetes:core/v1:Service", "spec.type", false)]
    [InlineData("kubernetes:batch/v1:Job", "spec.template.spec", true)]
    [InlineData("kubernetes:batch/v1:Job", "spec.backoffLimit", false)]
    [InlineData("kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet", "spec.replicas", false)]
    public void A_changed_ForceNew_property_replaces_the_resource(string type, string path, bool replaces)
    {
        var step = Change(type, path, "old", "new");

        Assert.Equal(replaces ? StepKind.Replace : StepKind.Update, step.Kind);
        Assert.Equal(replaces ? [path] : [], step.ReplaceReasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void An_added_parent_of_a_ForceNew_property_replaces_the_resource() =>
        Assert.Equal(
            StepKind.Replace,
            Change("gcp:container/nodePool:NodePool", "networkConfig", null, Map(("podRange", Text("pods")))).Kind
        );

    [Fact]
    public void A_change_of_subgroups_in_an_existing_LeaderWorkerSet_is_reported_as_refused()
    {
        var step = Change(
            "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet",
            "spec.leaderWorkerTemplate.subGroupPolicy.subGroupSize",
            "2",
            "4"
        );

        Assert.Equal(StepKind.Update, step.Kind);
        Assert.Single(step.RejectReasons);
    }

    [Theory]
    [InlineData("spec.replicas")]
    [InlineData("spec")]
    [InlineData("*")]
    public void ReplaceOnChanges_is_respected(string option) =>
        Assert.Equal(
            StepKind.Replace,
            Change("some:Thing", "spec.replicas", "1", "2", ("replaceOnChanges", List(option))).Kind
        );

    [Theory]
    [InlineData("location", true)]
    [InlineData("version", false)]
    public void The_old_resource_is_deleted_first_only_if_its_own_arguments_force_replacement(
        string path,
        bool deletesFirst
    )
    {
        PlanMap Inputs(string value) => Map(("name", Text("pool")), (path, Text(value)));
        var old = CreateResource("gcp:container/nodePool:NodePool", "pool", Inputs("a"));

        var step = GetStep(old, old with { Inputs = Inputs("b"), Options = Map(("replaceOnChanges", List(path))) });

        Assert.Equal((StepKind.Replace, deletesFirst), (step.Kind, step.DeleteBeforeReplace));
    }

    [Fact]
    public void IgnoreChanges_is_respected() =>
        Assert.Equal(
            StepKind.Same,
            Change("some:Thing", "spec.replicas", "1", "2", ("ignoreChanges", List("spec.replicas"))).Kind
        );

    [Theory]
    [InlineData("pool", "pool", null, true)]
    [InlineData("pool", "pool", false, false)]
    [InlineData("pool", "other", null, true)]
    [InlineData("pool", "other", false, false)]
    [InlineData("pool", "other", true, true)]
    public void The_old_resource_is_deleted_first_if_it_has_a_fixed_name_or_an_option_requires_it(
        string before,
        string after,
        bool? option,
        bool deletesFirst
    )
    {
        PlanMap Inputs(string name, string zone) => Map(("name", Text(name)), ("location", Text(zone)));
        var options = option is { } asked ? Map(("deleteBeforeReplace", new PlanBool(asked))) : PlanMap.Empty;
        var old = CreateResource("gcp:container/nodePool:NodePool", "pool", Inputs(before, "a"));

        var step = GetStep(old, old with { Inputs = Inputs(after, "b"), Options = options });

        Assert.Equal((StepKind.Replace, deletesFirst), (step.Kind, step.DeleteBeforeReplace));
    }

    [Theory]
    [InlineData("""{"name":"old"}""", true)]
    [InlineData("""{"name":"old","type":"some:Other"}""", false)]
    [InlineData("\"urn:pulumi:dev::shop::some:Thing::old\"", true)]
    [InlineData("\"urn:pulumi:dev::shop::some:Thing::gone\"", false)]
    [InlineData("""{"urn":"urn:pulumi:dev::shop::some:Thing::old"}""", true)]
    public void An_alias_finds_the_former_resource(string alias, bool isFound)
    {
        using var json = System.Text.Json.JsonDocument.Parse(alias);
        var value =
            json.RootElement.ValueKind == System.Text.Json.JsonValueKind.String
                ? (PlanValue)Text(json.RootElement.GetString()!)
                : Map([
                    .. json
                        .RootElement.EnumerateObject()
                        .Select(entry => (entry.Name, (PlanValue)Text(entry.Value.GetString()!))),
                ]);
        var old = CreateResource("some:Thing", "old", Map(("size", Text("1"))));
        var now = CreateResource("some:Thing", "new", Map(("size", Text("1")))) with
        {
            Options = Map(("aliases", new PlanList([value]))),
        };

        var diff = GraphDiff.Compare(CreateGraph(old), CreateGraph(now));

        Assert.Equal(isFound ? 1 : 2, diff.Steps.Length);
        Assert.Equal(!isFound, diff.HasChanges);
        Assert.Equal(isFound ? old.Urn : null, diff.Steps.Single(step => step.New is not null).RenamedFrom);
    }

    private static ResourceStep Change(
        string type,
        string path,
        string before,
        string after,
        params (string, PlanValue)[] options
    ) => Change(type, path, Text(before), Text(after), options);

    private static ResourceStep Change(
        string type,
        string path,
        PlanValue? before,
        PlanValue after,
        params (string, PlanValue)[] options
    )
    {
        PlanMap At(PlanValue? value) =>
            path.Split('.')
                .Reverse()
                .Aggregate(value, (inner, name) => inner is null ? PlanMap.Empty : Map((name, inner))) as PlanMap
            ?? PlanMap.Empty;
        var old = CreateResource(type, "it", At(before));
        return GetStep(old, old with { Inputs = At(after), Options = Map(options) });
    }
}
