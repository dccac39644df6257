using Pulumi;

namespace OfflineSdk.Tests;

public sealed class TransformationTests
{
    [Fact]
    public async Task The_stacks_transformation_sees_every_resource_also_inside_components()
    {
        var seen = new List<string>();
        var run = Recording(args =>
        {
            seen.Add($"{args.Resource.GetResourceType()}::{args.Resource.GetResourceName()}");
            return null;
        });

        await run.RunAsync(() =>
        {
            _ = new Box("box");
            _ = new Thing("alone");
        });

        Assert.Equal(
            [
                "pulumi:pulumi:Stack::project-dev",
                "test:index:Box::box",
                "test:index:Thing::box-child",
                "test:index:Thing::alone",
            ],
            seen
        );
    }

    [Fact]
    public async Task A_transformation_sees_arguments_and_options_as_the_program_set_them()
    {
        ResourceTransformationArgs? seen = null;
        var run = Recording(args =>
        {
            seen = args.Resource is Thing ? args : seen;
            return null;
        });
        var thingArgs = new ThingArgs { Text = "a" };
        var options = new CustomResourceOptions { Protect = true, IgnoreChanges = { "text" } };

        await run.RunAsync(() => _ = new Thing("thing", thingArgs, options));

        Assert.Same(thingArgs, seen!.Value.Args);
        Assert.Same(options, seen.Value.Options);
    }

    [Fact]
    public async Task Inherited_options_are_not_recorded()
    {
        ResourceOptions? seen = null;
        var run = Recording(args =>
        {
            seen = args.Resource is Thing ? args.Options : seen;
            return null;
        });

        await run.RunAsync(() => _ = new Box("box", new() { Protect = true }));

        Assert.Null(seen!.Protect);
        Assert.Null(seen.Provider);
        Assert.IsType<Box>(seen.Parent);
    }

    [Fact]
    public async Task Own_transformations_run_before_those_of_the_parents()
    {
        var order = new List<string>();
        ResourceTransformation Note(string name) =>
            args =>
            {
                order.Add($"{name} {args.Resource.GetResourceName()}");
                return null;
            };
        var run = Recording(args => args.Resource is Stack ? null : Note("stack")(args));

        await run.RunAsync(() =>
        {
            var box = new Box("box", new() { ResourceTransformations = { Note("box") } });
            _ = new Thing("thing", options: new() { Parent = box, ResourceTransformations = { Note("own") } });
        });

        Assert.Equal(
            ["box box", "stack box", "box box-child", "stack box-child", "own thing", "box thing", "stack thing"],
            order
        );
    }

    [Fact]
    public async Task A_transformation_may_replace_arguments_and_options()
    {
        var run = Recording(args =>
            args.Resource is Thing
                ? new ResourceTransformationResult(new ThingArgs { Text = "replaced" }, args.Options)
                : null
        );

        await run.RunAsync(() => _ = new Thing("thing", new ThingArgs { Text = "original" }));

        Assert.Equal("replaced", run["thing"].Inputs["text"]);
    }

    [Fact]
    public async Task A_transformation_cannot_move_a_resource()
    {
        Resource? box = null;
        var run = Recording(args => new ResourceTransformationResult(
            args.Args,
            args.Resource.GetResourceName() == "thing" ? new CustomResourceOptions { Parent = box } : args.Options
        ));

        var error = await Assert.ThrowsAsync<RunException>(() =>
            run.RunAsync(() =>
            {
                box = new Box("box");
                _ = new Thing("thing");
            })
        );

        Assert.Contains("parent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transforms_of_the_engine_do_not_run()
    {
        var run = new ScriptedRun();

        await run.RunAsync(() =>
            _ = new Thing(
                "thing",
                new ThingArgs { Text = "original" },
                new() { ResourceTransforms = { (_, _) => throw new InvalidOperationException("ran") } }
            )
        );

        Assert.Equal("original", run["thing"].Inputs["text"]);
    }

    private static ScriptedRun Recording(ResourceTransformation transformation) =>
        new() { StackOptions = new StackOptions { ResourceTransformations = { transformation } } };
}
