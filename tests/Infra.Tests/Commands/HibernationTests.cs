namespace Infra.Tests.Commands;

/// <summary>Stacks that give back their chips for a while.</summary>
public sealed class HibernationTests : IDisposable
{
    private const string Plan = "plan.json";

    private readonly TemporaryProject _project = new(Golden.Read("Stacks/Pulumi.yaml"));

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_preview_of_going_to_sleep_shows_chips_and_price_before_and_after() =>
        Golden.Matches(await CompareAsync(Dev, Hibernating(Dev)), "Commands/Golden/hibernate.sleep.txt");

    [Fact]
    public async Task The_preview_of_waking_shows_chips_and_price_before_and_after() =>
        Golden.Matches(await CompareAsync(Hibernating(Dev), Dev), "Commands/Golden/hibernate.wake.txt");

    [Fact]
    public void The_page_matches_the_output_of_the_preview()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "hibernation.md"));
        var excerpt = page.Split("```\n")[1];

        Assert.StartsWith("TPU chips: ", excerpt, StringComparison.Ordinal);
        Assert.Contains(excerpt, Golden.Read("Commands/Golden/hibernate.sleep.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_stack_without_deployed_servings_is_hibernating(string stack)
    {
        var settings = Golden.Read($"Stacks/Pulumi.{stack}.yaml");
        var undeployed = settings.Replace(
            "      preset:",
            "      deployed: false\n      preset:",
            StringComparison.Ordinal
        );

        Assert.NotEqual(settings, undeployed);
        Assert.Equal(await PlanAsync(undeployed), await PlanAsync(Hibernating(settings)));
    }

    [Fact]
    public async Task A_serving_that_is_not_deployed_stays_off_after_waking()
    {
        var undeployed = Dev.Replace("      preset:", "      deployed: false\n      preset:", StringComparison.Ordinal);

        Assert.Equal("Resources:\n    70 unchanged\n", await CompareAsync(Hibernating(undeployed), undeployed));
    }

    [Fact]
    public async Task Check_reports_a_hibernating_stack()
    {
        _project.Write("Pulumi.dev.yaml", Hibernating(Dev));

        var result = await InProcessCli.RunAsync(_project.Directory, "check", "--stack", "dev");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("llama2-70b: llama2-70b, not deployed", result.Output, StringComparison.Ordinal);
        Assert.Contains("0.00 USD an hour", result.Output, StringComparison.Ordinal);
    }

    private static string Dev => Golden.Read("Stacks/Pulumi.dev.yaml");

    private static string Hibernating(string settings) =>
        settings.Replace("config:\n", "config:\n  jetstream-pathways:hibernate: true\n", StringComparison.Ordinal);

    private async Task<string> CompareAsync(string before, string after)
    {
        var plan = Path.Combine(_project.Directory, Plan);
        await File.WriteAllTextAsync(plan, await PlanAsync(before));
        _project.Write("Pulumi.dev.yaml", after);
        return (await InProcessCli.RunAsync(_project.Directory, "preview", "--stack", "dev", "--base", plan)).Output;
    }

    private async Task<string> PlanAsync(string settings)
    {
        _project.Write("Pulumi.dev.yaml", settings);
        return (
            await InProcessCli.RunAsync(_project.Directory, "preview", "--stack", "dev", "--output", "json")
        ).Output;
    }
}
