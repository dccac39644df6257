using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace OfflinePreview.Tests.Diff;

/// <summary>The kind of the step of a resource that other resources have nothing to do with.</summary>
public sealed class StepKindTests
{
    private static readonly ResourceState Thing = CreateResource("some:Thing", "it", Map(("size", Text("1"))));
    private static readonly ResourceState Larger = Thing with { Inputs = Map(("size", Text("2"))) };
    private static readonly PlanMap Existing = Map(("id", Text("it-1")));

    [Fact]
    public void A_new_resource_is_created_or_imported_and_one_that_exists_is_read()
    {
        Assert.Equal(StepKind.Create, GetStep(null, Thing).Kind);
        Assert.Equal(StepKind.Import, GetStep(null, Thing with { Options = Map(("import", Text("it-1"))) }).Kind);
        Assert.Equal(StepKind.Read, GetStep(null, Thing with { Options = Existing }).Kind);
        Assert.Equal(
            StepKind.Read,
            GetStep(Thing with { Options = Existing }, Larger with { Options = Existing }).Kind
        );
    }

    [Fact]
    public void A_removed_resource_is_deleted_unless_it_was_only_read()
    {
        Assert.Equal(StepKind.Delete, GetStep(Thing, null).Kind);
        Assert.Equal(StepKind.Same, GetStep(Thing with { Options = Existing }, null).Kind);
    }

    [Fact]
    public void An_unchanged_resource_is_not_shown()
    {
        var step = GetStep(Thing, Thing);

        Assert.Equal((StepKind.Same, false, false), (step.Kind, step.IsChange, step.IsVisible));
        Assert.Empty(step.AllChanges);
    }

    [Fact]
    public void Other_options_are_shown_and_change_nothing()
    {
        var step = GetStep(Thing, Thing with { Options = Map(("protect", new PlanBool(true))) });

        Assert.Equal((StepKind.Same, false, true), (step.Kind, step.IsChange, step.IsVisible));
        Assert.Equal("protect", Assert.Single(step.OptionChanges).Path.ToString());
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void A_changed_argument_is_an_update_and_a_new_name_alone_is_not()
    {
        var renamed = CreateResource("some:Thing", "new", Thing.Inputs) with
        {
            Options = Map(("aliases", new PlanList([Map(("name", Text("it")))]))),
        };

        Assert.Equal((StepKind.Update, true), (GetStep(Thing, Larger).Kind, GetStep(Thing, Larger).IsVisible));
        Assert.Equal((StepKind.Same, true), (GetStep(Thing, renamed).Kind, GetStep(Thing, renamed).IsVisible));
    }

    private static ResourceStep GetStep(ResourceState? before, ResourceState? after) =>
        Assert.Single(GraphDiff.Compare(CreateGraph([.. Resources(before)]), CreateGraph([.. Resources(after)])).Steps);

    private static IEnumerable<ResourceState> Resources(ResourceState? resource) => resource is null ? [] : [resource];
}
