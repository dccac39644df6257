using Pulumi;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class StackReferenceTests
{
    [Fact]
    public async Task Each_output_of_another_stack_is_secret_or_not_on_its_own()
    {
        StackReference? other = null;
        var outputs = new Dictionary<string, object> { ["plain"] = "a", ["hidden"] = Output.CreateSecret("b") };
        var state = new Dictionary<string, object>
        {
            ["name"] = "org/other/dev",
            ["outputs"] = outputs,
            ["secretOutputNames"] = new List<string> { "hidden" },
        };
        var run = new ScriptedRun { Answer = args => (args.Name, state) };
        await run.RunAsync(() => other = new StackReference("org/other/dev"));

        Assert.Equal("org/other/dev", run["org/other/dev"].Id);
        Assert.Equal("a", await OutputUtilities.GetValueAsync(other!.RequireOutput("plain")));
        Assert.False(await Output.IsSecretAsync(other.RequireOutput("plain")));
        Assert.True(await Output.IsSecretAsync(other.GetOutput("hidden")));
        Assert.Null(await OutputUtilities.GetValueAsync(other.GetOutput("missing")));
        await Assert.ThrowsAsync<KeyNotFoundException>(() =>
            OutputUtilities.GetValueAsync(other.RequireOutput("missing"))
        );
    }
}
