using System.Text;
using Engine.Tests.Engine;
using Engine.Tests.Protocol;

namespace Engine.Tests;

/// <summary>What holds for every stack, whatever its settings, as the engine sees it.</summary>
/// <remarks>Two classes of the same tests, because xunit runs only classes beside each other.</remarks>
public abstract partial class EveryScenarioTests(Operation operation)
{
    public static TheoryData<string> Scenarios => [.. Scenario.Names];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task The_program_exits_with_0_without_errors(string scenario)
    {
        var run = await RunAsync(scenario);

        Assert.Equal("", string.Join('\n', run.Trace.Logged("ERROR")));
        Assert.Equal("", run.Console);
        Assert.Equal(0, run.ExitCode);
        Assert.True(run.Trace.IsComplete);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Dependencies_are_registered_first(string scenario)
    {
        var run = await RunAsync(scenario);

        Assert.Empty(
            run.Trace.Resources.SelectMany(resource =>
                resource.UnknownReferences.Select(reference => $"{resource.Urn} names {reference}")
            )
        );
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_hook_is_registered_before_the_resources_that_use_it(string scenario)
    {
        var run = await RunAsync(scenario);

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (method, message) in run.Trace.Messages)
        {
            if (method == "RegisterErrorHook")
            {
                known.Add((string)message["name"]!);
            }

            var named = message["hooks"]?["onError"]?.AsArray() ?? [];
            Assert.All(named, name => Assert.Contains((string)name!, known));
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task No_two_resources_have_one_urn(string scenario)
    {
        var run = await RunAsync(scenario);

        Assert.DoesNotContain(run.Trace.Resources.CountBy(resource => resource.Urn), one => one.Value > 1);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Every_component_but_remote_ones_registers_its_outputs(string scenario)
    {
        var run = await RunAsync(scenario);

        var components = run.Trace.Resources.Where(one => one.Request is { Custom: false, Remote: false });
        var finished = run.Trace.GetMessages("RegisterResourceOutputs").Select(message => (string)message["urn"]!);
        Assert.Equal(components.Select(one => one.Urn).Order(), finished.Order());
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_secret_is_sent_as_a_secret(string scenario)
    {
        var run = await RunAsync(scenario);

        var texts = new[] { Scenario.SecretText, Convert.ToBase64String(Encoding.UTF8.GetBytes(Scenario.SecretText)) };
        Assert.All(
            run.Trace.Messages,
            one =>
            {
                var shown = SpecialValue.WithoutSecrets(one.Message)!.ToJsonString(Proto.Deep);
                Assert.All(texts, text => Assert.DoesNotContain(text, shown, StringComparison.Ordinal));
            }
        );
    }

    private Task<ProgramRun> RunAsync(string scenario) => ProgramRun.GetSharedAsync(scenario, operation);
}

/// <summary><inheritdoc cref="EveryScenarioTests"/></summary>
public sealed class PreviewTests() : EveryScenarioTests(Operation.Preview);

/// <summary><inheritdoc cref="EveryScenarioTests"/></summary>
public sealed class UpdateTests() : EveryScenarioTests(Operation.Update);
