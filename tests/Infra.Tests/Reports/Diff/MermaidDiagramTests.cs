using CsCheck;
using Infra.Reports;
using OfflinePreview.Diff;

namespace Infra.Tests.Reports.Diff;

public sealed class MermaidDiagramTests
{
    [Fact]
    public async Task Services_groups_slices_and_pools_are_drawn()
    {
        var diff = await Scenarios.DiffAsync("added-replica");

        Golden.Matches(MermaidDiagram.Write(diff.After), "Reports/Diff/Golden/diagram.golden.mmd");
    }

    [Fact]
    public async Task A_diagram_of_many_servings_is_small_enough_for_GitHub()
    {
        var diagram = MermaidDiagram.Write((await Scenarios.DiffAsync("200-servings")).After);

        Assert.InRange(diagram.Length, 1, 50_000);
        Assert.InRange(diagram.Split('\n').Count(line => line.Contains("->", StringComparison.Ordinal)), 1, 500);
        Assert.Contains("180 more LeaderWorkerSets", diagram, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped_in_labels_of_the_diagram() =>
        GenChange.Known.Sample(pair =>
            MermaidDiagram
                .Write(GraphDiff.Compare(pair.Before, pair.After).After)
                .Split('\n')
                .All(line =>
                    line.Count(letter => letter == '"') % 2 == 0 && !line.Contains('`', StringComparison.Ordinal)
                )
        );
}
