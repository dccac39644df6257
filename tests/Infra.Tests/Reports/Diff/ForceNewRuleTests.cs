using Infra.Resources.LeaderWorkerSets.Installation;
using Infra.Tests.Stacks;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Diff;

public sealed class ForceNewRuleTests
{
    [Fact]
    public async Task Every_resource_type_of_a_stack_has_rules_and_all_rules_are_used()
    {
        var created = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var stack in ProviderRuleTests.Stacks.Cast<object[]>().Select(row => (string)row[0]).Concat(Controllers())
        )
        {
            var graph = await StackText.RecordAsync(stack, "dev");
            created.UnionWith(graph.Resources.Where(IsManaged).Select(resource => resource.Type));
        }

        Assert.Equal(created.Order(StringComparer.Ordinal), ForceNewRules.Types.Order(StringComparer.Ordinal));
    }

    private static bool IsManaged(ResourceState resource) =>
        resource.Kind is ResourceKind.Custom or ResourceKind.RemoteChild && !ResourceOption.IsRead(resource);

    // A cluster with each release of the controller.
    private static IEnumerable<string> Controllers() =>
        ReleaseManifest.Releases.Select(release =>
            $$"""
                cluster: { existing: { name: main, location: us-east5 } }
                leaderWorkerSet: { install: true, version: {{release}} }
                servings: []
                """
        );
}
