using System.Collections.Concurrent;
using Infra.Tests;
using Infra.Tests.Reports.Diff.Steps;

namespace Engine.Tests.Cli;

/// <summary>Stacks that are deployed once, of which each test gets a copy.</summary>
public sealed class BaseStates : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PulumiStack>>> _stacks = new(StringComparer.Ordinal);

    /// <summary>A deployed stack with the settings that a scenario of the diff starts from.</summary>
    internal async Task<PulumiStack> CopyAsync(string settings)
    {
        var stack = await _stacks.GetOrAdd(settings, name => new(() => DeployAsync(name))).Value;
        return stack.Copy();
    }

    public void Dispose()
    {
        foreach (var stack in _stacks.Values.Where(stack => stack.Value.IsCompletedSuccessfully))
        {
            stack.Value.Result.Dispose();
        }
    }

    private static async Task<PulumiStack> DeployAsync(string settings)
    {
        var stack = await PulumiStack.CreateAsync(StackFileText.FromSettings(StepScenario.ReadSettings(settings)));
        (await stack.UpAsync()).ShouldSucceed();
        return stack;
    }
}
