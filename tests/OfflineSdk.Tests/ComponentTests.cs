using Pulumi;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class ComponentTests
{
    [Fact]
    public async Task Mocks_receive_the_outputs_of_a_component_with_their_secrecy()
    {
        var run = new ScriptedRun();
        await run.RunAsync(() => _ = new Box("box"));

        var outputs = run.Outputs.Single(request => request.Urn.EndsWith("::box", StringComparison.Ordinal)).Outputs;

        Assert.Equal(["secret"], outputs.Keys);
        Assert.True(await Output.IsSecretAsync(outputs["secret"]));
        Assert.Equal("hidden", await OutputUtilities.GetValueAsync(outputs["secret"]));
    }

    [Fact]
    public async Task Mocks_receive_the_outputs_of_the_stack()
    {
        var run = new ScriptedRun();
        await run.RunAsync<OutputStack>();

        var outputs = run.Outputs.Single().Outputs;

        Assert.Equal("a", await OutputUtilities.GetValueAsync(outputs["named"]));
        Assert.Equal(2.0, await OutputUtilities.GetValueAsync(outputs["Number"]));
        Assert.False(await OutputUtilities.GetIsKnownAsync(outputs["unknown"]));
    }

    [Fact]
    public async Task An_output_of_the_stack_must_be_assigned()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => new ScriptedRun().RunAsync<EmptyStack>());

        Assert.Contains("'forgotten'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_a_stack_class_returns_its_outputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new ScriptedRun(),
            new(),
            () => new Dictionary<string, object?> { ["thing"] = new Thing("thing").Id }
        );

        var id = Assert.IsType<Output<string>>(outputs["thing"]);
        Assert.Equal("thing", await OutputUtilities.GetValueAsync(id));
        Assert.IsType<Thing>(Assert.Single(resources));
    }

    private sealed class OutputStack : Stack
    {
        [Output("named")]
        public Output<string> Named { get; set; } = Output.Create("a");

        [Output]
        public Output<int> Number { get; set; } = Output.Create(2);

        [Output("unknown")]
        public Output<string> Unknown { get; set; } = OutputUtilities.CreateUnknown("");
    }

    private sealed class EmptyStack : Stack
    {
        [Output("forgotten")]
        public Output<string>? Forgotten { get; set; }
    }
}
