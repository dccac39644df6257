using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Platform;

/// <summary>A cloud that gives one answer to every question, and keeps what it is asked and told to make.</summary>
internal sealed class ScriptedCloud(Dictionary<string, object> answer) : IMocks
{
    /// <summary>The arguments of each question.</summary>
    public ConcurrentQueue<ImmutableDictionary<string, object>> Calls { get; } = new();

    /// <summary>The arguments of each resource by name.</summary>
    public ConcurrentDictionary<string, ImmutableDictionary<string, object>> Inputs { get; } =
        new(StringComparer.Ordinal);

    /// <summary>What every other stack puts out.</summary>
    public Dictionary<string, object> StackOutputs { get; init; } = new(StringComparer.Ordinal);

    public Task RunAsync(Action build) =>
        Deployment.TestAsync(
            this,
            new TestOptions { IsPreview = false },
            () =>
            {
                build();
                return new Dictionary<string, object?>(StringComparer.Ordinal);
            }
        );

    /// <summary>What a run is refused with.</summary>
    public async Task<string> FailureAsync(Action build)
    {
        var exitCode = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(() => RunAsync(build));
        Environment.ExitCode = exitCode;
        return failure switch
        {
            AggregateException several => string.Join('\n', several.InnerExceptions.Select(inner => inner.Message)),
            _ => failure?.Message ?? "",
        };
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args.Args);
        return Task.FromResult<object>(answer);
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Inputs[args.Name!] = args.Inputs;
        object state = args.Type == "pulumi:pulumi:StackReference" ? StackState(args.Name!) : args.Inputs;
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    private Dictionary<string, object> StackState(string name) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["outputs"] = StackOutputs,
            ["secretOutputNames"] = new List<object>(),
        };
}
