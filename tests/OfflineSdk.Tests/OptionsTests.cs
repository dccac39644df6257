using Pulumi;
using Pulumi.Utilities;
using K8s = Pulumi.Kubernetes;

namespace OfflineSdk.Tests;

public sealed class OptionsTests
{
    [Fact]
    public async Task Children_use_the_provider_of_their_parents_for_their_package()
    {
        var run = new ScriptedRun();
        await run.RunAsync(() =>
        {
            var kubernetes = new K8s.Provider("kubernetes");
            var test = Provider("test", "tested");
            var box = new Box("box", new() { Providers = { kubernetes, test } });
            _ = new K8s.Core.V1.Namespace("namespace", options: new() { Parent = box });
            _ = new Thing("outside");
        });

        Assert.EndsWith("pulumi:providers:test::tested::tested", run["box-child"].Provider, StringComparison.Ordinal);
        Assert.EndsWith(
            "providers:kubernetes::kubernetes::kubernetes",
            run["namespace"].Provider,
            StringComparison.Ordinal
        );
        Assert.Equal("", run["outside"].Provider);
    }

    [Fact]
    public async Task Children_of_a_custom_resource_use_its_provider()
    {
        var run = new ScriptedRun();
        await run.RunAsync(() =>
        {
            var test = Provider("test", "tested");
            var parent = new Thing("parent", options: new() { Provider = test });
            _ = new Thing("child", options: new() { Parent = parent });
        });

        Assert.Equal(run["parent"].Provider, run["child"].Provider);
        Assert.NotEqual("", run["child"].Provider);
    }

    [Fact]
    public async Task Children_of_a_component_use_its_one_provider_unless_they_have_their_own()
    {
        var run = new ScriptedRun();
        await run.RunAsync(() =>
        {
            var box = new Box("box", new() { Provider = Provider("test", "tested") });
            _ = new Thing("apart", options: new() { Parent = box, Provider = Provider("test", "other") });
            _ = new Thing("after", options: new() { Parent = box });
        });

        Assert.EndsWith("::tested::tested", run["box-child"].Provider, StringComparison.Ordinal);
        Assert.EndsWith("::other::other", run["apart"].Provider, StringComparison.Ordinal);
        Assert.Equal(run["box-child"].Provider, run["after"].Provider);
    }

    [Fact]
    public async Task Provider_and_providers_exclude_each_other()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            new ScriptedRun().RunAsync(() =>
            {
                var provider = Provider("test", "tested");
                _ = new Box("box", new() { Provider = provider, Providers = { provider } });
            })
        );

        Assert.Contains("'provider' and 'providers'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_merge_the_second_options_take_precedence_and_lists_are_concatenated()
    {
        await new ScriptedRun().RunAsync(() =>
        {
            var one = new Thing("one");
            var two = new Thing("two");
            var first = new CustomResourceOptions
            {
                Protect = true,
                IgnoreChanges = { "a" },
                DependsOn = { one },
            };
            var second = new CustomResourceOptions
            {
                Protect = false,
                IgnoreChanges = { "b" },
                DependsOn = { two },
            };

            var merged = CustomResourceOptions.Merge(first, second);

            Assert.False(merged.Protect);
            Assert.Equal(["a", "b"], merged.IgnoreChanges);
            Assert.Equal(["a"], first.IgnoreChanges);
            Assert.Equal<Resource>([one, two], OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()).Result);
        });
    }

    [Fact]
    public async Task Merging_keeps_the_last_provider_of_each_package()
    {
        await new ScriptedRun().RunAsync(() =>
        {
            var old = Provider("test", "old");
            var other = Provider("other", "other");
            var replacing = Provider("test", "new");

            var merged = ComponentResourceOptions.Merge(
                new() { Providers = { old, other } },
                new() { Providers = { replacing } }
            );

            Assert.Equal([other, replacing], merged.Providers);
        });
    }

    [Fact]
    public async Task Inherited_values_do_not_modify_the_options_object()
    {
        var options = new CustomResourceOptions();
        await new ScriptedRun().RunAsync(() =>
        {
            options.Parent = new Box("box", new() { Protect = true });
            _ = new Thing("thing", options: options);
        });

        Assert.Null(options.Protect);
    }

    private static ProviderResource Provider(string package, string name) =>
        new(package, name, ResourceArgs.Empty, new CustomResourceOptions());
}
