using Infra.Model.Servings;
using Infra.Tests.Validation.Rules;

namespace Infra.Tests.Model.Servings;

public sealed class ServingTimeoutsTests
{
    [Fact]
    public void Doubling_a_probe_budget_doubles_the_wait()
    {
        var once = ManagedStack();
        var twice = ManagedStack("probes: { startup: { failureThreshold: 2160 } }");

        Assert.Equal(TimeSpan.FromSeconds(10_800 + 2_700), once.Create);
        Assert.Equal(2 * once.Create, twice.Create);
        Assert.Equal(2 * once.Update, twice.Update);
    }

    [Fact]
    public void The_allowance_for_images_is_at_least_ten_minutes() =>
        Assert.Equal(
            TimeSpan.FromSeconds(60) + TimeSpan.FromMinutes(10),
            ManagedStack("probes: { startup: { periodSeconds: 1, failureThreshold: 60 } }").Create
        );

    [Fact]
    public void The_initial_delay_of_the_probe_extends_the_timeout() =>
        Assert.Equal(
            ManagedStack().Create + TimeSpan.FromSeconds(1_250),
            ManagedStack("probes: { startup: { initialDelaySeconds: 1000 } }").Create
        );

    [Theory]
    [InlineData("on-demand", 0)]
    [InlineData("spot", 0)]
    [InlineData("flex-start", 60)]
    public void Machines_provisioned_on_demand_add_an_hour_to_the_timeout(string capacity, int minutes) =>
        Assert.Equal(
            ManagedStack().Create + TimeSpan.FromMinutes(minutes),
            ManagedStack($"capacity: {{ kind: {capacity} }}").Create
        );

    [Fact]
    public void Pools_of_an_existing_cluster_may_have_to_grow() =>
        Assert.Equal(ManagedStack().Create + TimeSpan.FromMinutes(60), Patience(RuleStack.Existing("")).Create);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public void Groups_start_together_and_are_updated_one_after_the_other(int replicas, int times)
    {
        var patience = ManagedStack($"replicas: {replicas}");

        Assert.Equal(ManagedStack().Create, patience.Create);
        Assert.Equal(times * ManagedStack().Create, patience.Update);
    }

    [Fact]
    public void Timeouts_are_at_most_a_week() =>
        Assert.Equal(
            TimeSpan.FromDays(7),
            Patience(RuleStack.Existing("topology: 1x1, replicas: 1000000, name: a")).Update
        );

    private static ServingTimeouts ManagedStack(string settings = "") =>
        Patience(
            Resources.Platform.ManagedStack.Stack(
                Resources.Platform.ManagedStack.Serving("a", settings.Length > 0 ? [settings] : [])
            )
        );

    private static ServingTimeouts Patience(string stack) =>
        new(Assert.Single(StackText.Load(stack).Checked!.Servings).Serving);
}
