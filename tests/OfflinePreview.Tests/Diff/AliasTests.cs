using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace OfflinePreview.Tests.Diff;

/// <summary>Former URNs of resources that have a parent or had one.</summary>
public sealed class AliasTests
{
    private const string Thing = "some:Thing";
    private const string Component = "some:Component";

    [Theory]
    [InlineData("new-x", "old-x")] // named after its component
    [InlineData("new", "old")]
    public void A_child_is_found_below_the_former_name_of_its_component(string name, string formerName)
    {
        var (before, after) = (CreateResource(Component, "old", PlanMap.Empty), Renamed(Component, "new", "old"));

        var diff = GraphDiff.Compare(
            CreateGraph(before, Child(before, formerName)),
            CreateGraph(after, Child(after, name))
        );

        Assert.False(diff.HasChanges);
        Assert.Equal(
            Child(before, formerName).Urn,
            diff.Steps.Single(step => step.Resource.Parent is not null).RenamedFrom
        );
    }

    [Fact]
    public void A_child_is_found_below_the_former_type_of_its_component()
    {
        var before = CreateResource("some:Former", "it", PlanMap.Empty);
        var after = CreateResource(Component, "it", PlanMap.Empty) with
        {
            Options = Aliases(Map(("type", Text("some:Former")))),
        };

        var diff = GraphDiff.Compare(CreateGraph(before, Child(before, "x")), CreateGraph(after, Child(after, "x")));

        Assert.False(diff.HasChanges);
        Assert.All(diff.Steps, step => Assert.NotNull(step.RenamedFrom));
    }

    [Fact]
    public void A_renamed_component_renames_its_grandchildren()
    {
        var (before, after) = (CreateResource(Component, "old", PlanMap.Empty), Renamed(Component, "new", "old"));
        var (innerBefore, innerAfter) = (Child(before, "old-in", Component), Child(after, "new-in", Component));

        var diff = GraphDiff.Compare(
            CreateGraph(before, innerBefore, Child(innerBefore, "old-in-x")),
            CreateGraph(after, innerAfter, Child(innerAfter, "new-in-x"))
        );

        Assert.False(diff.HasChanges);
    }

    [Fact]
    public void A_child_with_an_alias_of_its_own_may_have_changed_its_parent_too()
    {
        var (before, after) = (CreateResource(Component, "old", PlanMap.Empty), Renamed(Component, "new", "old"));
        var child = Child(after, "b") with { Options = Aliases(Map(("name", Text("a")))) };

        var diff = GraphDiff.Compare(CreateGraph(before, Child(before, "a")), CreateGraph(after, child));

        Assert.False(diff.HasChanges);
    }

    [Theory]
    [InlineData("noParent", null, "urn:pulumi:dev::shop::some:Thing::x")]
    [InlineData("parent", "other", "urn:pulumi:dev::shop::some:Other$some:Thing::x")]
    [InlineData("parentUrn", "urn:pulumi:dev::shop::a:B::c", "urn:pulumi:dev::shop::a:B$some:Thing::x")]
    [InlineData("parentUrn", "no URN", null)]
    [InlineData("stack", "prod", "urn:pulumi:prod::shop::some:Component$some:Thing::x")]
    [InlineData("project", "mall", "urn:pulumi:dev::mall::some:Component$some:Thing::x")]
    [InlineData("urn", "urn:pulumi:any::thing::a:B::c", "urn:pulumi:any::thing::a:B::c")]
    [InlineData("type", "a:B", "urn:pulumi:dev::shop::some:Component$a:B::x")]
    public void An_alias_may_set_any_part_of_the_former_URN(string key, string? value, string? formerUrn)
    {
        var (component, other) = (
            CreateResource(Component, "new", PlanMap.Empty),
            CreateResource("some:Other", "other", PlanMap.Empty)
        );
        var alias = Map((key, value is null ? new PlanBool(true) : Text(value)));
        var child = Child(component, "x") with { Options = Aliases(alias) };
        var before = CreateGraph(component, other);

        Assert.Equal(
            formerUrn is null ? [] : [formerUrn],
            new AliasUrns(before, CreateGraph(component, other, child)).GetFormerUrns(child)
        );
    }

    [Fact]
    public void The_former_URN_of_a_resource_without_a_parent_is_at_the_top_level()
    {
        var thing = Renamed(Thing, "new", "old");

        Assert.Equal(
            ["urn:pulumi:dev::shop::some:Thing::old"],
            new AliasUrns(CreateGraph(), CreateGraph(thing)).GetFormerUrns(thing)
        );
    }

    [Fact]
    public void An_unknown_alias_is_not_a_former_URN()
    {
        var thing = CreateResource(Thing, "x", PlanMap.Empty) with { Options = Aliases(new PlanBool(true)) };

        Assert.Empty(new AliasUrns(CreateGraph(), CreateGraph(thing)).GetFormerUrns(thing));
    }

    private static PlanMap Aliases(params PlanValue[] aliases) => Map(("aliases", new PlanList([.. aliases])));

    private static ResourceState Renamed(string type, string name, string formerName) =>
        CreateResource(type, name, PlanMap.Empty) with
        {
            Options = Aliases(Map(("name", Text(formerName)))),
        };

    private static ResourceState Child(ResourceState parent, string name, string type = Thing) =>
        CreateResource(type, name, PlanMap.Empty) with
        {
            Parent = parent.Urn,
            Urn = ResourceUrn.Parse(parent.Urn)!.Child(type, name).ToString(),
        };
}
