using CsCheck;
using Infra.Reports;
using OfflinePreview.Diff;

namespace Infra.Tests.Reports.Diff;

[Trait("Category", "Slow")]
public sealed class DiffReportProperties
{
    [Fact]
    public void The_Markdown_stays_within_its_limit_and_balanced() =>
        GenChange.Any.Sample(
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
                        DiffMarkdown.MinLimit,
                        new() { Notes = ["note @one #1 `two`"], Messages = ["note @one\n```\n#1"] }
                    ),
                    DiffMarkdown.MinLimit
                ),
            iter: 40
        );

    [Fact]
    public void The_same_graphs_give_the_same_bytes() =>
        GenChange.Any.Sample(
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
