using Infra.Tests.Model.Names;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class NameTests
{
    [Fact]
    public async Task Names_stay_within_googles_limits_however_long_stack_and_serving_are()
    {
        var stack = new string('s', 90);
        var long1 = new string('a', 49) + "1";
        var long2 = new string('a', 49) + "2";
        var servings = ManagedStack.Serving(long1, "slices: 2") + ManagedStack.Serving(long2, "slices: 2");
        var graph = await ManagedStack.RecordAsync(servings, "storage: { checkpointBuckets: [my-models] }", stack);

        AssertNames(graph, "Cluster", "name", 40);
        AssertNames(graph, "NodePool", "name", 40);
        AssertNames(graph, "Account", "accountId", 30);
        AssertNames(graph, "Bucket", "name", 63);
        Assert.All(
            graph.Resources.Where(resource => resource.Type.StartsWith("gcp:compute/", StringComparison.Ordinal)),
            resource => Assert.True(resource.TextAt("name")!.Length <= 63)
        );
        Assert.All(
            graph.GetResources("NodePool"),
            pool => Assert.All(pool.TextsAt("nodeConfig|tags"), tag => Assert.True(tag!.Length <= 63))
        );
        Assert.All(Labels(graph), label => Assert.Matches("^[a-z0-9_-]{0,63}$", label));
    }

    [Fact]
    public async Task An_account_of_a_cluster_with_a_short_name_is_long_enough()
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), "cluster: { managed: { name: x } }");

        Assert.All(
            graph.GetResources("Account"),
            account => Assert.InRange(account.TextAt("accountId")!.Length, 6, 30)
        );
    }

    [Fact]
    public async Task Two_stacks_of_one_project_have_different_names()
    {
        var first = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), "", new string('s', 70) + "1");
        var second = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), "", new string('s', 70) + "2");

        foreach (
            var (type, key) in new[]
            {
                ("Cluster", "name"),
                ("Account", "accountId"),
                ("Bucket", "name"),
                ("Subnetwork", "name"),
            }
        )
        {
            Assert.Empty(
                first
                    .GetResources(type)
                    .Select(resource => resource.TextAt(key))
                    .Intersect(second.GetResources(type).Select(resource => resource.TextAt(key)))
            );
        }
    }

    private static void AssertNames(StackGraph graph, string type, string key, int limit)
    {
        var names = graph.GetResources(type).Select(resource => resource.TextAt(key)!).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(name.Length <= limit && GoogleNameTests.Accepted().IsMatch(name), name));
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<string> Labels(StackGraph graph) =>
        graph
            .Resources.SelectMany(resource =>
                new[] { "resourceLabels", "labels", "nodeConfig|resourceLabels" }.Select(path =>
                    resource.Inputs.At(path)
                )
            )
            .OfType<PlanMap>()
            .SelectMany(map => map.Entries.Select(entry => entry.Value))
            .OfType<PlanString>()
            .Select(text => string.Concat(text.Segments.OfType<StringSegment.Literal>().Select(part => part.Text)));
}
