using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace OfflinePreview.Tests.Diff;

/// <summary>What follows for one resource from the step of another.</summary>
public sealed class StepPlannerTests
{
    private const string Cluster = "gcp:container/cluster:Cluster";
    private const string Pool = "gcp:container/nodePool:NodePool";
    private const string Account = "gcp:serviceaccount/account:Account";
    private const string Member = "gcp:storage/bucketIAMMember:BucketIAMMember";
    private const string Provider = "pulumi:providers:kubernetes";
    private const string Service = "kubernetes:core/v1:Service";

    [Theory]
    [InlineData(Member, "member", StepKind.Replace)]
    [InlineData("gcp:monitoring/dashboard:Dashboard", "dashboardJson", StepKind.Update)]
    public void An_argument_from_an_output_of_a_replaced_resource_changes(
        string type,
        string property,
        StepKind expected
    )
    {
        var step = Follower(
            type,
            CreateResource("some:Thing", "source", Replaced),
            property,
            PlanString.Unknown("source.uid")
        );

        Assert.Equal(expected, step.Kind);
        Assert.Equal(property, Assert.Single(step.Changes).Path.ToString());
    }

    [Fact]
    public void An_argument_from_an_output_that_repeats_an_argument_is_unchanged() =>
        Assert.Equal(
            StepKind.Same,
            Follower(Member, CreateResource("some:Thing", "source", Replaced), "member", Text("known")).Kind
        );

    [Fact]
    public void An_argument_from_an_output_of_an_updated_resource_is_unchanged()
    {
        var source = CreateResource("some:Thing", "source", PlanMap.Empty);

        Assert.Equal(StepKind.Same, Follower(Member, source, "member", PlanString.Unknown("source.uid")).Kind);
    }

    [Fact]
    public void An_argument_from_an_output_of_a_substitute_resource_changes()
    {
        var user = Using(
            CreateResource(Member, "user", Map(("member", PlanString.Unknown("source.uid")))),
            "member",
            "some:Old",
            "source"
        );
        var (old, now) = (
            CreateResource("some:Old", "source", PlanMap.Empty),
            CreateResource("some:New", "source", PlanMap.Empty)
        );
        var moved = user with { DependsOn = [now.Urn], PropertyDependencies = Map(("member", List(now.Urn))) };

        var diff = GraphDiff.Compare(CreateGraph(old, user), CreateGraph(now, moved));

        Assert.Equal(StepKind.Replace, diff.Steps.Single(step => step.Resource.Name == "user").Kind);
    }

    [Fact]
    public void Dependents_of_a_resource_that_is_deleted_first_are_deleted_before_it()
    {
        var (before, after) = Moved(identifier: null);

        var steps = GraphDiff.Compare(before, after).Steps;

        Assert.All(steps, step => Assert.Equal((StepKind.Replace, true), (step.Kind, step.DeleteBeforeReplace)));
        Assert.Equal("cluster", GetReason(steps, "pool"));
        Assert.Equal("kubeconfig", GetReason(steps, "access"));
        Assert.Equal("provider", GetReason(steps, "http"));
    }

    [Fact]
    public void A_provider_with_an_unchanged_identifier_does_not_replace_its_resources()
    {
        var (before, after) = Moved(identifier: "main");

        var steps = GraphDiff.Compare(before, after).Steps;

        Assert.Equal(StepKind.Update, GetKind(steps, "access"));
        Assert.Equal(StepKind.Same, GetKind(steps, "http"));
    }

    [Theory]
    [InlineData("one", "two", StepKind.Replace)]
    [InlineData(null, "two", StepKind.Update)]
    [InlineData("one", null, StepKind.Update)]
    public void A_changed_provider_identifier_replaces_its_resources(string? before, string? after, StepKind expected)
    {
        PlanMap Inputs(string? identifier) =>
            identifier is null ? PlanMap.Empty : Map(("clusterIdentifier", Text(identifier)));
        var (old, now) = (
            CreateResource(Provider, "access", Inputs(before)),
            CreateResource(Provider, "access", Inputs(after))
        );
        var service = CreateResource(Service, "http", PlanMap.Empty) with { Provider = old.Urn };

        var steps = GraphDiff.Compare(CreateGraph(old, service), CreateGraph(now, service)).Steps;

        Assert.Equal(expected, GetKind(steps, "access"));
        Assert.Equal(expected == StepKind.Replace ? StepKind.Replace : StepKind.Same, GetKind(steps, "http"));
    }

    [Fact]
    public void Replacing_the_default_provider_by_an_explicit_one_replaces_its_resources()
    {
        var provider = CreateResource(Provider, "access", Map(("kubeconfig", PlanString.Unknown("main.endpoint"))));
        var service = CreateResource(Service, "http", PlanMap.Empty);

        var steps = GraphDiff
            .Compare(CreateGraph(provider, service), CreateGraph(provider, service with { Provider = provider.Urn }))
            .Steps;

        Assert.Equal((StepKind.Replace, "provider"), (GetKind(steps, "http"), GetReason(steps, "http")));
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    [InlineData(false, true, true)]
    public void A_resource_with_ReplaceWith_is_deleted_first_if_the_other_resource_is_or_an_option_requires_it(
        bool clusterFirst,
        bool? own,
        bool deletesFirst
    )
    {
        var old = CreateResource("some:Thing", "main", Map(("size", Text("1"))));
        var now = CreateResource("some:Thing", "main", Map(("size", Text("2")))) with
        {
            Options = Map(("replaceOnChanges", List("size")), ("deleteBeforeReplace", new PlanBool(clusterFirst))),
        };
        var options = Map(("replaceWith", List(old.Urn)));
        var service = CreateResource(Service, "http", PlanMap.Empty) with
        {
            Options = own is { } first ? options.With("deleteBeforeReplace", new PlanBool(first)) : options,
        };

        var steps = GraphDiff.Compare(CreateGraph(old, service), CreateGraph(now, service)).Steps;

        Assert.Equal("replaceWith", GetReason(steps, "http"));
        Assert.Equal(deletesFirst, steps.Single(step => step.Resource.Name == "http").DeleteBeforeReplace);
    }

    [Fact]
    public void A_resource_with_DeletedWith_is_not_replaced_with_the_other_resource()
    {
        var old = CreateResource(Cluster, "main", Map(("name", Text("main")), ("location", Text("a"))));
        var service = CreateResource(Service, "http", PlanMap.Empty) with
        {
            Options = Map(("deletedWith", Text(old.Urn))),
        };
        var now = old with { Inputs = old.Inputs.With("location", Text("b")) };

        Assert.Equal(
            StepKind.Same,
            GetKind(GraphDiff.Compare(CreateGraph(old, service), CreateGraph(now, service)).Steps, "http")
        );
    }

    [Fact]
    public void A_component_is_updated_where_its_arguments_differ_and_never_replaced()
    {
        var old = CreateResource(Cluster, "main", Map(("name", Text("main")), ("location", Text("a"))));
        var box = Using(
            CreateResource("shop:index:Box", "box", Map(("cluster", PlanString.Unknown("main.id")))),
            "cluster",
            Cluster,
            "main"
        ) with
        {
            Kind = ResourceKind.Component,
        };
        var now = old with { Inputs = old.Inputs.With("location", Text("b")) };

        Assert.Equal(
            StepKind.Update,
            GetKind(GraphDiff.Compare(CreateGraph(old, box), CreateGraph(now, box)).Steps, "box")
        );
    }

    [Theory]
    [InlineData(true, StepKind.Same)]
    [InlineData(false, StepKind.Update)]
    public void A_remote_component_shows_its_known_children(bool areKnown, StepKind expected)
    {
        ResourceState Release(string file) =>
            CreateResource("kubernetes:yaml/v2:ConfigFile", "release", Map(("file", Text(file)))) with
            {
                Kind = ResourceKind.RemoteComponent,
            };
        ResourceState[] child = areKnown
            ?
            [
                CreateResource(Service, "child", PlanMap.Empty) with
                {
                    Kind = ResourceKind.RemoteChild,
                    Parent = Release("").Urn,
                },
            ]
            : [];

        var steps = GraphDiff
            .Compare(CreateGraph([Release("a"), .. child]), CreateGraph([Release("b"), .. child]))
            .Steps;

        Assert.Equal(expected, GetKind(steps, "release"));
    }

    [Theory]
    [InlineData("gcp:compute/network:Network", StepKind.Replace)]
    [InlineData("gcp:storage/bucket:Bucket", StepKind.Same)]
    public void Resources_with_the_project_of_the_provider_are_replaced_with_it(string type, StepKind expected)
    {
        ResourceState Google(string project) =>
            CreateResource("pulumi:providers:gcp", "google", Map(("project", Text(project))));
        var resource = CreateResource(type, "it", Map(("name", Text("it")))) with { Provider = Google("").Urn };

        var steps = GraphDiff.Compare(CreateGraph(Google("one"), resource), CreateGraph(Google("two"), resource)).Steps;

        Assert.Equal(expected, GetKind(steps, "it"));
        Assert.Equal(StepKind.Update, GetKind(steps, "google"));
    }

    [Fact]
    public void A_project_role_is_always_replaced_delete_first()
    {
        PlanMap Inputs(string member) => Map(("member", Text(member)));
        var old = CreateResource("gcp:projects/iAMMember:IAMMember", "it", Inputs("a"));

        Assert.True(GetStep(old, old with { Inputs = Inputs("b") }).DeleteBeforeReplace);
    }

    private static PlanMap Replaced => Map(("replaceOnChanges", List("size")));

    // A resource that takes an output of another, which differs from what it was.
    private static ResourceStep Follower(string type, ResourceState source, string property, PlanValue value)
    {
        var user = Using(CreateResource(type, "user", Map((property, value))), property, source.Type, source.Name);
        ResourceState Source(string size) =>
            source with
            {
                Options = source.Inputs,
                Inputs = Map(("size", Text(size))),
            };
        return GraphDiff
            .Compare(CreateGraph(Source("1"), user), CreateGraph(Source("2"), user))
            .Steps.Single(step => step.Resource.Name == "user");
    }

    // A cluster that moves, with a node pool, access to it, and a Service inside.
    private static (StackGraph Before, StackGraph After) Moved(string? identifier)
    {
        var cluster = CreateResource(Cluster, "main", Map(("name", Text("main")), ("location", Text("a"))));
        var pool = Using(
            CreateResource(Pool, "pool", Map(("name", Text("pool")), ("cluster", Text("main")))),
            "cluster",
            Cluster,
            "main"
        );
        var inputs = Map(("kubeconfig", PlanString.Unknown("main.endpoint")));
        var access = Using(
            CreateResource(
                Provider,
                "access",
                identifier is null ? inputs : inputs.With("clusterIdentifier", Text(identifier))
            ),
            "kubeconfig",
            Cluster,
            "main"
        );
        var service = CreateResource(Service, "http", PlanMap.Empty) with { Provider = access.Urn };
        var moved = cluster with { Inputs = cluster.Inputs.With("location", Text("b")) };
        return (CreateGraph(cluster, pool, access, service), CreateGraph(moved, pool, access, service));
    }

    private static ResourceState Using(ResourceState resource, string property, string type, string name) =>
        resource with
        {
            DependsOn = [$"{Start}{type}::{name}"],
            PropertyDependencies = Map((property, List($"{Start}{type}::{name}"))),
        };

    private static StepKind GetKind(IEnumerable<ResourceStep> steps, string name) =>
        steps.Single(step => step.Resource.Name == name).Kind;

    private static string GetReason(IEnumerable<ResourceStep> steps, string name) =>
        Assert.Single(steps.Single(step => step.Resource.Name == name).ReplaceReasons).ToString();
}
