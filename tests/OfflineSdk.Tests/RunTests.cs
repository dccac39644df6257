using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class RunTests
{
    [Fact]
    public async Task An_exception_in_the_stack_ends_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            new ScriptedRun().RunAsync(() => throw new InvalidOperationException("broken program"))
        );

        Assert.Contains("broken program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_RunException_is_reported_without_a_stack_trace()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            new ScriptedRun().RunAsync(() => throw new RunException("just this"))
        );

        Assert.Equal("just this", error.Message);
    }

    [Fact]
    public async Task An_exception_behind_an_output_ends_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            new ScriptedRun().RunAsync(() =>
                new Thing("thing").Id.Apply(id =>
                    id.Length > 0 ? throw new InvalidOperationException("broken function") : id
                )
            )
        );

        Assert.Contains("broken function", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_mocks_ends_the_run()
    {
        var run = new ScriptedRun { Answer = _ => throw new InvalidOperationException("broken mocks") };

        var error = await Assert.ThrowsAsync<RunException>(() => run.RunAsync(() => _ = new Thing("thing")));

        Assert.Contains("broken mocks", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logged_error_fails_the_run_and_other_messages_do_not()
    {
        await new ScriptedRun().RunAsync(() => Log.Warn("careful"));

        var error = await Assert.ThrowsAsync<RunException>(() => new ScriptedRun().RunAsync(() => Log.Error("logged")));
        Assert.Equal("logged", error.Message);
    }

    [Fact]
    public async Task A_run_waits_for_pending_outputs()
    {
        var done = false;
        await new ScriptedRun().RunAsync(() =>
            Output.Create(Task.Delay(50).ContinueWith(_ => 1, TaskScheduler.Default)).Apply(_ => done = true)
        );

        Assert.True(done);
    }

    [Fact]
    public async Task A_run_has_its_project_and_stack_names()
    {
        var run = new ScriptedRun
        {
            Options = new TestOptions
            {
                ProjectName = "p",
                StackName = "s",
                OrganizationName = "o",
                IsPreview = false,
            },
        };

        await run.RunAsync(() =>
        {
            var instance = Deployment.Instance;
            Assert.Equal(("p", "s", "o"), (instance.ProjectName, instance.StackName, instance.OrganizationName));
            Assert.False(instance.IsDryRun);
        });

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public void An_error_hook_cannot_be_created_outside_of_a_run() =>
        Assert.Throws<InvalidOperationException>(() => new ErrorHook("hook", (_, _) => Task.FromResult(false)));

    [Fact]
    public async Task Runs_in_parallel_do_not_see_each_other()
    {
        var runs = Enumerable.Range(0, 20).Select(number => RunAsync($"stack{number}"));

        foreach (var (expected, urns) in await Task.WhenAll(runs))
        {
            Assert.Equal(52, urns.Length);
            Assert.All(urns, urn => Assert.StartsWith($"urn:pulumi:{expected}::", urn, StringComparison.Ordinal));
        }
    }

    private static async Task<(string Stack, string[] Urns)> RunAsync(string stack)
    {
        var run = new ScriptedRun { Options = new TestOptions { StackName = stack } };
        var resources = await run.RunAsync(() =>
        {
            var first = new Thing("first");
            foreach (var number in Enumerable.Range(0, 50))
            {
                _ = new Thing($"thing{number}", new ThingArgs { Text = first.Id });
            }
        });
        return (stack, await Task.WhenAll(resources.Select(resource => OutputUtilities.GetValueAsync(resource.Urn))));
    }
}
