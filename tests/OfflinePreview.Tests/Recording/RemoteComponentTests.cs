using OfflinePreview.Graph;
using OfflinePreview.Recording;
using Pulumi;
using Pulumi.Kubernetes.Yaml.V2;

namespace OfflinePreview.Tests.Recording;

/// <summary>Components that a provider constructs.</summary>
public sealed class RemoteComponentTests
{
    [Fact]
    public async Task A_remote_component_has_only_its_own_provider()
    {
        var graph = await RecordAsync(
            (box, provider) =>
            {
                _ = new ConfigFile("inherits", new() { File = "a.yaml" }, new() { Parent = box });
                _ = new ConfigFile("has", new() { File = "b.yaml" }, new() { Parent = box, Providers = { provider } });
            }
        );

        Assert.Null(graph.Resource("inherits").Provider);
        Assert.Equal(graph.Resource("access").Urn, graph.Resource("has").Provider);
        Assert.Equal(ResourceKind.RemoteComponent, graph.Resource("has").Kind);
        Assert.Equal(ResourceKind.Component, graph.Resource("box").Kind);
        Assert.Equal(ResourceKind.Custom, graph.Resource("access").Kind);
    }

    [Fact]
    public async Task Children_of_a_remote_component_have_its_provider_and_inherited_options()
    {
        var graph = await RecordAsync(
            (box, provider) =>
                _ = new ConfigFile(
                    "release",
                    new() { File = "a.yaml" },
                    new() { Parent = box, Providers = { provider } }
                )
        );

        var (release, child) = (graph.Resource("release"), graph.Resource("release:child"));
        Assert.Equal($"urn:pulumi:dev::shop::shop:index:Box${release.Type}${child.Type}::release:child", child.Urn);
        Assert.Equal(
            (release.Urn, release.Provider, ResourceKind.RemoteChild),
            (child.Parent, child.Provider, child.Kind)
        );
        Assert.Equal($"{{deletedWith: {graph.Resource("access").Urn}, protect: true}}", child.Options.Show());
        Assert.Equal("{file: a.yaml, flag: true, size: 2, text: <unknown.text>}", child.Inputs.Show());
    }

    [Fact]
    public async Task Transforms_of_parents_apply_to_children_of_a_remote_component()
    {
        var graph = await RecordAsync(
            (box, provider) =>
            {
                var options = new ComponentResourceOptions { Parent = box, Providers = { provider } };
                options.ResourceTransforms.Add(
                    (resource, _) =>
                    {
                        resource.Options.ReplaceWith = [provider];
                        return Task.FromResult<ResourceTransformResult?>(
                            new(resource.Args.SetItem("added", resource.Name), resource.Options)
                        );
                    }
                );
                _ = new ConfigFile("release", new() { File = "a.yaml" }, options);
            }
        );

        var child = graph.Resource("release:child");
        Assert.Equal(
            "{added: release:child, file: a.yaml, flag: true, size: 2, text: <unknown.text>}",
            child.Inputs.Show()
        );
        Assert.Equal($"[{graph.Resource("access").Urn}]", child.Options["replaceWith"].Show());
    }

    [Fact]
    public async Task Children_of_a_remote_component_without_a_model_are_unknown()
    {
        var graph = await Recorded.StackAsync(() => _ = new ConfigFile("release", new() { File = "a.yaml" }));

        Assert.DoesNotContain(graph.Resources, resource => resource.Kind == ResourceKind.RemoteChild);
    }

    private static Task<StackGraph> RecordAsync(Action<Box, ProviderResource> build) =>
        Recorder.RecordAsync("shop", "dev", (options, _) => new BoxStack(options, build), new OneChild());

    private sealed class BoxStack : Stack
    {
        public BoxStack(StackOptions options, Action<Box, ProviderResource> build)
            : base(options)
        {
            var provider = new ThingProvider("access", "kubernetes");
            _ = new Box(
                "box",
                box => build(box, provider),
                new()
                {
                    Providers = { provider },
                    Protect = true,
                    DeletedWith = provider,
                }
            );
        }
    }

    private sealed class OneChild : IRemoteComponentModel
    {
        public IEnumerable<RemoteChild> GetChildren(string type, string name, PlanMap inputs) =>
            [
                new(
                    "kubernetes:core/v1:ConfigMap",
                    $"{name}:child",
                    inputs
                        .With("flag", new PlanBool(true))
                        .With("size", new PlanNumber("2"))
                        .With("text", PlanString.Unknown("unknown.text"))
                ),
            ];
    }
}
