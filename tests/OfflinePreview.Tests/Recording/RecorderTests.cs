using OfflinePreview.Recording;
using Pulumi;

namespace OfflinePreview.Tests.Recording;

public sealed class RecorderTests
{
    [Fact]
    public async Task The_stack_is_the_root_of_the_graph()
    {
        var graph = await Recorded.StackAsync(() => { });

        var root = Assert.Single(graph.Resources);
        Assert.Equal("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", root.Urn);
        Assert.Null(root.Parent);
    }

    [Fact]
    public async Task A_urn_has_the_types_of_the_parents_without_the_stack()
    {
        var graph = await Recorded.StackAsync(() =>
            _ = new Box("outer", outer => _ = new Box("inner", inner => Child(inner, "leaf"), new() { Parent = outer }))
        );

        Assert.Equal(
            "urn:pulumi:dev::shop::shop:index:Box$shop:index:Box$test:index:Thing::leaf",
            graph.Resource("leaf").Urn
        );
        Assert.Equal(graph.Resource("inner").Urn, graph.Resource("leaf").Parent);
        Assert.Equal(graph.Resource("shop-dev").Urn, graph.Resource("outer").Parent);
    }

    [Fact]
    public async Task A_resource_depends_on_DependsOn_and_on_its_arguments()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var named = new Box("named", _ => { });
            var used = new Thing("used", new());
            var once = new Thing(
                "once",
                new() { Items = { used.Url }, Any = named.Urn.Apply(urn => (object)urn) },
                new() { DependsOn = { used } }
            );
            _ = new Thing("it", new() { Inner = new ThingArgs { Text = once.Url } }, new() { DependsOn = { named } });
        });

        Assert.Equal(
            [graph.Resource("named").Urn, graph.Resource("once").Urn],
            graph.Resource("it").DependsOn.ToArray()
        );
        Assert.Equal(
            [graph.Resource("named").Urn, graph.Resource("used").Urn],
            graph.Resource("once").DependsOn.ToArray()
        );
    }

    [Fact]
    public async Task A_resource_used_only_to_compute_a_dependency_is_not_a_dependency()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var (door, room) = (new Thing("door", new()), new Thing("room", new()));
            _ = new Thing("it", new(), new() { DependsOn = { door.Url.Apply(Resource (_) => room) } });
        });

        Assert.Equal([graph.Resource("room").Urn], graph.Resource("it").DependsOn.ToArray());
    }

    [Fact]
    public async Task A_provider_is_inherited_by_its_package()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var provider = new ThingProvider("mine");
            var other = new ThingProvider("other", "else");
            var box = new Box("box", box => Child(box, "child"), new() { Providers = { provider, other } });
            _ = new Thing("own", new(), new() { Provider = provider });
            _ = new Thing("foreign", new(), new() { Parent = box }, "third:index:Thing");
            _ = new Thing("default", new());
        });

        Assert.Equal(graph.Resource("mine").Urn, graph.Resource("child").Provider);
        Assert.Equal(graph.Resource("mine").Urn, graph.Resource("own").Provider);
        Assert.Null(graph.Resource("foreign").Provider);
        Assert.Null(graph.Resource("default").Provider);
        Assert.Null(graph.Resource("box").Provider);
    }

    [Fact]
    public async Task Options_are_shown_as_the_program_set_them()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var first = new Thing("first", new());
            _ = new Thing("it", new(), Every(first));
        });

        Assert.Equal(
            "{aliases: [{name: before}], customTimeouts: {create: 2h, delete: 90s, update: 90m}, deleteBeforeReplace: true, "
                + $"deletedWith: {graph.Resource("first").Urn}, hideDiffs: [text], ignoreChanges: [number], import: known-id, protect: true, "
                + "replaceOnChanges: [args], replacementTrigger: <first.url>, retainOnDelete: true}",
            graph.Resource("it").Options.Show()
        );
        Assert.Equal("{}", graph.Resource("first").Options.Show());
    }

    [Fact]
    public async Task Options_added_by_the_packages_are_not_recorded()
    {
        var graph = await Recorded.StackAsync(() =>
            _ = new Thing(
                "it",
                new(),
                new()
                {
                    Version = "1.2.3",
                    PluginDownloadURL = "https://example.com",
                    AdditionalSecretOutputs = { "url" },
                    Aliases = { new Alias { Type = "test:old:Thing" } },
                    Id = "",
                }
            )
        );

        Assert.Equal("{}", graph.Resource("it").Options.Show());
    }

    [Fact]
    public async Task Exceptions_of_the_constructor_are_rethrown_unchanged() =>
        await Assert.ThrowsAsync<DivideByZeroException>(() =>
            Recorded.StackAsync(() => throw new DivideByZeroException())
        );

    [Fact]
    public async Task A_failure_inside_an_output_is_reported_without_a_stack_trace()
    {
        var failure = await Assert.ThrowsAsync<RecordingException>(() =>
            Recorded.StackAsync(() =>
            {
                var first = new Thing("first", new());
                _ = new Thing(
                    "it",
                    new() { Text = first.Url.Apply(string (_) => throw new FormatException("no such url")) }
                );
            })
        );

        Assert.Contains("no such url", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_resources_with_one_urn_are_an_error()
    {
        var failure = await Assert.ThrowsAsync<RecordingException>(() =>
            Recorded.StackAsync(() =>
            {
                _ = new Thing("twin", new());
                _ = new Thing("twin", new());
            })
        );

        Assert.Contains("test:index:Thing::twin", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_of_the_same_name_under_different_parents_keep_their_own_arguments()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            _ = new Thing("twin", new() { Text = "above" });
            _ = new Box("box", box => _ = new Thing("twin", new() { Text = "inside" }, new() { Parent = box }));
        });

        var twins = graph
            .Resources.Where(resource => resource.Name == "twin")
            .ToDictionary(resource => resource.Parent!);
        Assert.Equal("{text: above}", twins[graph.Resource("shop-dev").Urn].Inputs.Show());
        Assert.Equal("{text: inside}", twins[graph.Resource("box").Urn].Inputs.Show());
    }

    [Fact]
    public async Task A_resource_waits_for_a_late_argument()
    {
        var inputs = await Recorded.InputsAsync(_ => new() { Text = Pulumi.Output.Create(LateAsync()) });

        Assert.Equal("{text: late}", inputs.Show());

        static async Task<string> LateAsync()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            return "late";
        }
    }

    [Fact]
    public async Task Many_resources_may_wait_for_values_set_at_the_end_of_the_program()
    {
        const int count = 100;
        var graph = await Recorded
            .StackAsync(() =>
            {
                var former = new TaskCompletionSource<string>();
                for (var number = 0; number < count; number++)
                {
                    var alias = new Alias { Name = Pulumi.Output.Create(former.Task) };
                    _ = new Thing($"thing-{number}", new() { Number = number }, new() { Aliases = { alias } });
                }

                former.SetResult("former");
            })
            .WaitAsync(TimeSpan.FromMinutes(1));

        for (var number = 0; number < count; number++)
        {
            var resource = graph.Resource($"thing-{number}");
            Assert.Equal($"{{number: {number}}}", resource.Inputs.Show());
            Assert.Equal("{aliases: [{name: former}]}", resource.Options.Show());
        }

        Assert.Equal(count + 1, graph.Resources.Length);
    }

    [Fact]
    public async Task A_canceled_recording_returns_no_graph()
    {
        using var cancelled = new CancellationTokenSource();
        var recording = Recorder.RecordAsync(
            "shop",
            "dev",
            (options, _) =>
            {
                cancelled.Cancel();
                return new Stack(options);
            },
            cancellation: cancelled.Token
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recording);
    }

    [Fact]
    public async Task Runs_side_by_side_give_equal_graphs()
    {
        var graphs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SmallStack.RecordAsync()));

        Assert.All(graphs, graph => Assert.Equal(graphs[0], graph));
    }

    private static void Child(Resource parent, string name) => _ = new Thing(name, new(), new() { Parent = parent });

    private static CustomResourceOptions Every(Thing first) =>
        new()
        {
            Aliases = { new Alias { Name = "before" } },
            CustomTimeouts = new()
            {
                Create = TimeSpan.FromHours(2),
                Delete = TimeSpan.FromSeconds(90),
                Update = TimeSpan.FromMinutes(90),
            },
            DeleteBeforeReplace = true,
            DeletedWith = first,
            HideDiffs = { "text" },
            IgnoreChanges = { "number" },
            ImportId = "known-id",
            Protect = true,
            ReplaceOnChanges = { "args" },
            ReplacementTrigger = first.Url.Apply(url => (object)url),
            RetainOnDelete = true,
        };
}
