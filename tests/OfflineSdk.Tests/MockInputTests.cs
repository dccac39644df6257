using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class MockInputTests
{
    [Fact]
    public async Task Mocks_receive_arguments_by_wire_name_without_unset_ones()
    {
        var inputs = await InputsAsync(
            new ThingArgs
            {
                Text = "a",
                Nested = new ThingNestedArgs { Must = "b" },
            }
        );

        Assert.Equal(["nested", "text"], inputs.Keys.Order());
        Assert.Equal("a", inputs["text"]);
        Assert.Equal("b", Assert.IsType<ImmutableDictionary<string, object>>(inputs["nested"])["must"]);
    }

    [Fact]
    public async Task Mocks_receive_numbers_as_doubles_and_immutable_collections()
    {
        var inputs = await InputsAsync(
            new ThingArgs
            {
                Count = 3,
                List = { "a", "b" },
                Map = { ["k"] = "v" },
                Either = 8080,
            }
        );

        Assert.Equal(3.0, inputs["count"]);
        Assert.Equal(8080.0, inputs["either"]);
        Assert.Equal<object>(["a", "b"], Assert.IsType<ImmutableArray<object>>(inputs["list"]));
        Assert.Equal("v", Assert.IsType<ImmutableDictionary<string, object>>(inputs["map"])["k"]);
    }

    [Fact]
    public async Task Mocks_receive_plain_values_of_secrets()
    {
        var inputs = await InputsAsync(new ThingArgs { Text = Output.CreateSecret("hidden") });

        Assert.Equal("hidden", inputs["text"]);
    }

    [Fact]
    public async Task Mocks_do_not_receive_values_with_unknown_parts()
    {
        var unknown = OutputUtilities.CreateUnknown("");
        var inputs = await InputsAsync(
            new ThingArgs
            {
                Text = "a",
                List = { "b", unknown },
                Map = { ["k"] = unknown },
            }
        );

        Assert.Equal(["text"], inputs.Keys);
    }

    [Fact]
    public async Task Arguments_marked_as_json_are_strings()
    {
        Assert.Equal("true", (await InputsAsync(new ThingArgs { Encoded = true }))["encoded"]);
    }

    [Fact]
    public async Task JSON_is_sent_as_the_value_that_it_describes()
    {
        var json = JsonDocument.Parse("""{ "deep": [1.5, true, "x"], "nothing": null }""").RootElement;
        var run = new ScriptedRun();
        await run.RunAsync(() => _ = new Odd("odd", new OddArgs { Json = json }));

        var value = Assert.IsType<ImmutableDictionary<string, object>>(run["odd"].Inputs["json"]);
        Assert.Equal<object>([1.5, true, "x"], Assert.IsType<ImmutableArray<object>>(value["deep"]));
        Assert.Null(value["nothing"]);
    }

    [Fact]
    public async Task A_required_argument_that_is_missing_fails_the_run()
    {
        var args = new ThingArgs { Nested = new ThingNestedArgs() };

        var error = await Assert.ThrowsAsync<RunException>(() => InputsAsync(args));

        Assert.Contains(nameof(ThingNestedArgs.Must), error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_value_that_cannot_be_serialized_fails_the_run()
    {
        var args = new OddArgs { Value = new Uri("https://example.com") };

        var error = await Assert.ThrowsAsync<RunException>(() =>
            new ScriptedRun().RunAsync(() => _ = new Odd("odd", args))
        );

        Assert.Contains("System.Uri", error.Message, StringComparison.Ordinal);
    }

    private static async Task<ImmutableDictionary<string, object>> InputsAsync(ThingArgs args)
    {
        var run = new ScriptedRun();
        await run.RunAsync(() => _ = new Thing("thing", args));
        return run["thing"].Inputs;
    }

    private sealed class Odd(string name, OddArgs args)
        : CustomResource("test:index:Odd", name, args, new CustomResourceOptions());

    private sealed class OddArgs : ResourceArgs
    {
        [Input("value")]
        public Input<Uri>? Value { get; set; }

        [Input("json")]
        public Input<JsonElement>? Json { get; set; }
    }
}
