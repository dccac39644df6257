using System.Text;
using Engine.Tests.Engine;
using Engine.Tests.Protocol;

namespace Engine.Tests;

/// <summary>Where the text of an encrypted setting goes.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("secret-and-batch", Operation.Preview)]
    [InlineData("secret-and-batch", Operation.Update)]
    [InlineData("existing-by-name", Operation.Preview)]
    [InlineData("existing-by-context", Operation.Update)]
    public async Task The_secret_reaches_only_the_component_that_creates_the_Kubernetes_Secret(
        string scenario,
        Operation operation
    )
    {
        var run = await ProgramRun.GetSharedAsync(scenario, operation);

        var holders = run.Trace.Messages.Where(one => Holds(one.Message.ToJsonString(Proto.Deep)));
        Assert.Equal(
            ["jetstream-pathways:index:JetStreamPathways", "kubernetes:core/v1:Secret"],
            holders.Select(one => (string?)one.Message["type"]).Order()
        );
    }

    private static bool Holds(string message) =>
        message.Contains(Scenario.SecretText, StringComparison.Ordinal)
        || message.Contains(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Scenario.SecretText)),
            StringComparison.Ordinal
        );
}
