namespace Engine.Tests.Cli;

/// <summary>The shipped stacks under the real engine.</summary>
[Trait("Category", "Engine")]
public sealed class DeploymentTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_shipped_stack_is_previewed_and_created_and_a_second_update_changes_nothing(string fixture)
    {
        using var stack = await PulumiStack.CreateAsync(Scenario.ReadText(fixture));

        var preview = (await stack.PreviewAsync()).ShouldSucceed();
        var update = (await stack.UpAsync()).ShouldSucceed();
        (await stack.UpAsync("--expect-no-changes")).ShouldSucceed();

        var created = EngineSteps.Read(update).ToList();
        Assert.All(created, step => Assert.StartsWith("create ", step, StringComparison.Ordinal));
        // As long as there is no cluster, the engine does not ask the provider for the objects of a release.
        Assert.Equal(
            created.Where(step => !step.Contains(" below ", StringComparison.Ordinal)),
            EngineSteps.Read(preview)
        );
    }
}
