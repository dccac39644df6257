using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class MockStateTests
{
    [Fact]
    public async Task A_state_becomes_outputs_of_their_types()
    {
        var thing = await AnswerAsync(
            new Dictionary<string, object>
            {
                ["text"] = "a",
                ["count"] = 3,
                ["share"] = 0.5,
                ["flag"] = true,
                ["list"] = ImmutableArray.Create("x", "y"),
                ["map"] = new Dictionary<string, object> { ["k"] = 1 },
                ["color"] = "red",
                ["either"] = "b",
            }
        );

        Assert.Equal("a", await ValueAsync(thing.Text));
        Assert.Equal(3, await ValueAsync(thing.Count));
        Assert.Equal(0.5, await ValueAsync(thing.Share));
        Assert.True(await ValueAsync(thing.Flag));
        Assert.Equal<string>(["x", "y"], await ValueAsync(thing.List));
        Assert.Equal(1, (await ValueAsync(thing.Map))["k"]);
        Assert.Equal(Color.Red, await ValueAsync(thing.Color));
        Assert.Equal("b", (await ValueAsync(thing.Either)).AsT1);
    }

    [Fact]
    public async Task A_nested_state_becomes_an_output_type()
    {
        var child = new Dictionary<string, object> { ["label"] = "child" };
        var parent = new Dictionary<string, object>
        {
            ["label"] = "parent",
            ["children"] = new List<object> { child },
        };
        var nested = await ValueAsync((await AnswerAsync(new() { ["nested"] = parent })).Nested);

        Assert.Equal("parent", nested.Text);
        Assert.Equal("child", nested.Children.Single().Text);
        Assert.True(nested.Children.Single().Children.IsDefault);
    }

    [Fact]
    public async Task A_value_of_a_wrong_shape_is_a_default_value()
    {
        var thing = await AnswerAsync(
            new()
            {
                ["count"] = "three",
                ["nested"] = "flat",
                ["list"] = "a",
            }
        );

        Assert.Equal(0, await ValueAsync(thing.Count));
        Assert.Null(await ValueAsync(thing.Nested));
        Assert.True((await ValueAsync(thing.List)).IsDefault);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_output_missing_from_the_state_is_unknown_in_a_preview_and_otherwise_a_default_value(
        bool isPreview,
        bool isKnown
    )
    {
        var thing = await AnswerAsync([], isPreview);

        Assert.Equal(isKnown, await OutputUtilities.GetIsKnownAsync(thing.Text));
        Assert.Equal(isKnown, await OutputUtilities.GetIsKnownAsync(thing.Count));
        Assert.Null(await ValueAsync(thing.Text));
        Assert.Equal([thing], await OutputUtilities.GetDependenciesAsync(thing.Text));
    }

    [Fact]
    public async Task A_secret_in_the_state_makes_a_secret_output()
    {
        var thing = await AnswerAsync(new() { ["text"] = Output.CreateSecret("hidden"), ["flag"] = true });

        Assert.True(await Output.IsSecretAsync(thing.Text));
        Assert.False(await Output.IsSecretAsync(thing.Flag));
        Assert.Equal("hidden", await ValueAsync(thing.Text));
    }

    [Fact]
    public async Task The_ID_is_that_of_the_mocks_or_else_unknown()
    {
        Thing? named = null;
        Thing? nameless = null;
        var run = new ScriptedRun
        {
            Answer = args => (args.Name == "named" ? "the-id" : null, ImmutableDictionary<string, object>.Empty),
        };
        await run.RunAsync(() =>
        {
            named = new Thing("named");
            nameless = new Thing("nameless");
        });

        Assert.Equal("the-id", await ValueAsync(named!.Id));
        Assert.Equal([named], await OutputUtilities.GetDependenciesAsync(named.Id));
        Assert.False(await OutputUtilities.GetIsKnownAsync(nameless!.Id));
    }

    [Fact]
    public async Task An_existing_resource_is_read_by_its_id()
    {
        Thing? thing = null;
        var run = new ScriptedRun { Answer = _ => ("other", new Dictionary<string, object> { ["text"] = "read" }) };
        await run.RunAsync(() => thing = new Thing("thing", options: new() { Id = "existing" }));

        Assert.Equal("existing", run["thing"].Id);
        Assert.Equal("existing", await ValueAsync(thing!.Id));
        Assert.Equal("read", await ValueAsync(thing.Text));
    }

    [Fact]
    public async Task A_urn_names_project_stack_topmost_type_type_and_name()
    {
        Box? box = null;
        var resources = await new ScriptedRun().RunAsync(() => box = new Box("box"));

        Assert.Equal(
            "urn:pulumi:dev::project::pulumi:pulumi:Stack$test:index:Thing::box-child",
            await ValueAsync(box!.Child.Urn)
        );
        Assert.Equal(
            "urn:pulumi:dev::project::pulumi:pulumi:Stack::project-dev",
            await ValueAsync(resources.OfType<Stack>().Single().Urn)
        );
    }

    private static async Task<Thing> AnswerAsync(Dictionary<string, object> state, bool isPreview = true)
    {
        Thing? thing = null;
        var run = new ScriptedRun
        {
            Answer = args => (args.Name, state),
            Options = new TestOptions { IsPreview = isPreview },
        };
        await run.RunAsync(() => thing = new Thing("thing"));
        return thing!;
    }

    private static Task<T> ValueAsync<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
