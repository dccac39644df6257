using Infra.Reports;

namespace Infra.Tests.Reports.Output;

public sealed class TreeRendererTests
{
    [Fact]
    public async Task The_tree_of_the_small_stack_matches_the_golden_file() =>
        Golden.Matches(TreeRenderer.Render(await SmallStack.RecordAsync()), "Reports/Golden/small.golden.txt");

    [Fact]
    public async Task Resources_that_exist_are_read_or_imported()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            _ = new Thing("new", new(), type: "gcp:container/thing:Thing");
            _ = new Thing("taken", new(), new() { ImportId = "a" });
            _ = new Thing("there", new(), new() { Id = "b" });
        });

        Assert.Equal(
            """
                 Type                    Name      Plan
             +   pulumi:pulumi:Stack     shop-dev  create
             +   ├─ gcp:container:Thing  new       create
             =   ├─ test:index:Thing     taken     import
             >   └─ test:index:Thing     there     read

            Resources:
                + 2 to create
                = 1 to import
                3 changes

            """.ReplaceLineEndings("\n"),
            TreeRenderer.Render(graph)
        );
    }
}
