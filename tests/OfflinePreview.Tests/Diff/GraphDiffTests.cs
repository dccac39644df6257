using CsCheck;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace OfflinePreview.Tests.Diff;

public sealed class GraphDiffTests
{
    [Fact]
    public void A_graph_does_not_differ_from_itself() =>
        GenChange.Any.Sample(pair =>
            !GraphDiff.Compare(pair.After, pair.After).HasChanges
            && GraphDiff.Compare(pair.After, pair.After).Steps.All(step => step.AllChanges.IsEmpty)
        );

    [Fact]
    public void Applying_the_difference_gives_the_other_graph() =>
        GenChange.Any.Sample(
            pair => GraphDiff.Compare(pair.Before, pair.After).ApplyTo(pair.Before).Equals(pair.After),
            iter: 500
        );

    [Fact]
    public void Every_resource_of_both_graphs_has_one_step() =>
        GenChange.Any.Sample(pair =>
        {
            var diff = GraphDiff.Compare(pair.Before, pair.After);
            return diff.Steps.Count(step => step.New is not null) == pair.After.Resources.Length
                && diff.Steps.Count(step => step.Old is not null) == pair.Before.Resources.Length;
        });

    [Fact]
    public void Equal_arguments_are_unchanged_unless_one_is_now_unknown() =>
        GenChange.Any.Sample(pair =>
            GraphDiff
                .Compare(pair.Before, pair.After)
                .Steps.Where(step => step is { Old: not null, New: not null, Kind: StepKind.Update })
                .All(step => !step.Old!.Inputs.Equals(step.New!.Inputs) || step.Changes.Any(IsUnknown))
        );

    // An output of a resource that is created or replaced gets another value.
    private static bool IsUnknown(PropertyChange change) => Equals(change.Old, change.New);

    [Theory]
    [InlineData("a b c", "x a b c", "+0")] // nothing is shifted by what is inserted
    [InlineData("a b c", "a x b c", "+1")]
    [InlineData("a b c", "a b c x", "+3")]
    [InlineData("a b c", "b c", "-0")]
    [InlineData("a b c", "a c", "-1")]
    [InlineData("a b c", "a x c", "~1")]
    [InlineData("a b c d", "x b y d", "~0 ~2")]
    [InlineData("a b c d", "b x c", "-0 +1 -3")]
    [InlineData("a a a", "a a", "-2")]
    [InlineData("a b a c", "b a c a", "-0 +3")]
    [InlineData("", "a b", "+0 +1")]
    [InlineData("a b", "c d", "~0 ~1")]
    public void The_items_of_a_list_are_aligned(string before, string after, string changes)
    {
        var diff = GraphDiff.Compare(WithList(before), WithList(after));

        Assert.Equal(changes, string.Join(' ', diff.Steps.Single().Changes.Select(Sign)));

        static string Sign(PropertyChange change) =>
            $"{(change.Old is null ? "+" : change.New is null ? "-" : "~")}{change.Path.Segments[^1].Text}";
    }

    [Theory]
    [InlineData(999, 2)]
    [InlineData(1_001, 1_002)]
    public void The_items_of_very_long_lists_belong_together_by_position(int count, int changes)
    {
        var items = Enumerable.Range(0, count).Select(number => $"a{number}").ToList();
        var before = WithList(string.Join(' ', items));
        var after = WithList(string.Join(' ', ["x", .. items.SkipLast(1), "y"]));

        var diff = GraphDiff.Compare(before, after);

        Assert.Equal(changes, diff.Steps.Single().Changes.Count());
        Assert.Equal(after, diff.ApplyTo(before));
    }

    private static StackGraph WithList(string items) =>
        CreateGraph(
            CreateResource(
                "some:Thing",
                "thing",
                Map(("list", List(items.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            )
        );
}
