using Infra.Resources.Platform;
using OfflinePreview.Graph;
using OfflinePreview.Recording;
using Provider = Pulumi.Gcp.Provider;

namespace Infra.Tests.Resources.Platform;

public sealed class TwoPlatformsTests
{
    [Fact]
    public async Task Two_platforms_in_one_stack_have_different_resource_names_and_providers()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            Create("first");
            Create("second");
        });

        var (first, second) = (Below(graph, "first"), Below(graph, "second"));
        Assert.Equal(first.Count, second.Count);
        Assert.Equal(graph.Resources.Count(resource => resource.Provider is not null), first.Count + second.Count);
        Assert.Empty(Names(first).Intersect(Names(second), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_platforms_of_one_name_collide() =>
        await Assert.ThrowsAsync<RecordingException>(() =>
            Recorded.StackAsync(() =>
            {
                Create("first", provider: "a");
                Create("first", provider: "b");
            })
        );

    private static void Create(string name, string? provider = null)
    {
        var stack = ManagedStack.Stack(
            ManagedStack.Serving("a"),
            $"cluster: {{ managed: {{ name: {name}, enableApis: true }} }}"
        );
        var model = StackText.Load(stack).StackModel!;
        _ = new GooglePlatform(
            name,
            new() { Platform = model.Platform!, Servings = model.Servings },
            new() { Providers = { new Provider(provider ?? name) } }
        );
    }

    private static List<ResourceState> Below(StackGraph graph, string provider) =>
        [.. graph.Resources.Where(resource => resource.Provider == graph.Single("gcp", provider).Urn)];

    private static IEnumerable<string> Names(IEnumerable<ResourceState> resources) =>
        resources.Select(resource => $"{resource.Type} {resource.Name}");
}
