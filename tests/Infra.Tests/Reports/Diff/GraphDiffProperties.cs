using CsCheck;
using Infra.Reports;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Diff;

[Trait("Category", "Slow")]
public sealed class GraphDiffProperties
{
    private static readonly Gen<(StackGraph Before, StackGraph After)> Pair = Gen.OneOf(
        GenChange.Pair,
        GenChange.Known
    );

    [Fact]
    public void A_graph_does_not_differ_from_itself() =>
        Pair.Sample(pair =>
            !GraphDiff.Compare(pair.After, pair.After).HasChanges
            && GraphDiff.Compare(pair.After, pair.After).Steps.All(step => step.AllChanges.IsEmpty)
        );

    [Fact]
    public void Applying_the_difference_gives_the_other_graph() =>
        Pair.Sample(
            pair => GraphDiff.Compare(pair.Before, pair.After).ApplyTo(pair.Before).Equals(pair.After),
            iter: 2_000
        );

    [Fact]
    public void Every_resource_of_both_graphs_has_one_step() =>
        Pair.Sample(pair =>
        {
            var diff = GraphDiff.Compare(pair.Before, pair.After);
            return diff.Steps.Count(step => step.New is not null) == pair.After.Resources.Length
                && diff.Steps.Count(step => step.Old is not null) == pair.Before.Resources.Length;
        });

    [Fact]
    public void Arguments_that_are_equal_are_no_change() =>
        Pair.Sample(pair =>
            GraphDiff
                .Compare(pair.Before, pair.After)
                .Steps.Where(step => step is { Old: not null, New: not null, Kind: StepKind.Update })
                .All(step => !step.Old!.Inputs.Equals(step.New!.Inputs))
        );

    [Fact]
    public void The_Markdown_stays_within_its_limit_and_balanced() =>
        Pair.Sample(
            pair =>
                MarkdownReader.Check(
                    DiffMarkdown.Write(GraphDiff.Compare(pair.Before, pair.After)),
                    DiffMarkdown.DefaultLimit
                ),
            iter: 500
        );

    [Fact]
    public void The_Markdown_of_large_differences_stays_within_its_limit_and_balanced() =>
        GenChange.Large.Sample(
            pair =>
                MarkdownReader.Check(
                    DiffMarkdown.Write(
                        GraphDiff.Compare(pair.Before, pair.After),
                        DiffMarkdown.SmallestLimit,
                        new() { Notes = ["note @one #1 `two`"], Messages = ["note @one\n```\n#1"] }
                    ),
                    DiffMarkdown.SmallestLimit
                ),
            iter: 40
        );

    [Fact]
    public void The_same_graphs_give_the_same_bytes() =>
        Pair.Sample(
            pair =>
            {
                var (first, second) = (
                    GraphDiff.Compare(pair.Before, pair.After),
                    GraphDiff.Compare(pair.Before, pair.After)
                );
                return DiffMarkdown.Write(first) == DiffMarkdown.Write(second)
                    && DiffJson.Write(first) == DiffJson.Write(second)
                    && DiffRenderer.Render(first) == DiffRenderer.Render(second);
            },
            iter: 200
        );
}
