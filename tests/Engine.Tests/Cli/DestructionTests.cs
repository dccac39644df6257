namespace Engine.Tests.Cli;

/// <summary>Stacks that are destroyed.</summary>
[Trait("Category", "Engine")]
public sealed class DestructionTests
{
    [Fact]
    public async Task A_stack_without_protection_is_destroyed()
    {
        using var stack = await PulumiStack.CreateAsync(Scenario.ReadText("dev"));
        var update = (await stack.UpAsync()).ShouldSucceed();

        var destruction = (await stack.DestroyAsync()).ShouldSucceed();

        Assert.Equal(
            EngineSteps.Read(update).Select(step => step.Replace("create ", "delete ", StringComparison.Ordinal)),
            EngineSteps.Read(destruction)
        );
    }

    [Fact]
    public async Task A_stack_with_protection_is_destroyed_once_it_is_switched_off()
    {
        const string Managed = "    managed:\n";
        var settings = Scenario.ReadText("prod");
        using var stack = await PulumiStack.CreateAsync(settings);
        (await stack.UpAsync()).ShouldSucceed();

        var refused = (await stack.DestroyAsync()).ShouldFail();
        stack.Change(
            settings.Replace(
                Managed,
                $"{Managed}      protect: false\n      deletionProtection: false\n",
                StringComparison.Ordinal
            )
        );
        var unprotected = (await stack.UpAsync()).ShouldSucceed();
        (await stack.DestroyAsync()).ShouldSucceed();

        Assert.Contains("platform-cluster", refused.Output, StringComparison.Ordinal);
        Assert.Contains("protect", refused.Output, StringComparison.Ordinal);
        Assert.Equal(["update gcp:container/cluster:Cluster platform-cluster"], EngineSteps.Read(unprotected));
    }
}
