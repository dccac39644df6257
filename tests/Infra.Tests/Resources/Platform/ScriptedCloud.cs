using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Model;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Resources.Platform;

/// <summary>A cloud with scripted answers that records look-ups and created resources.</summary>
internal sealed class ScriptedCloud : IMocks
{
    /// <summary>The answer to a question. Default: a bucket that holds an object, or a cluster with an endpoint.</summary>
    public Func<MockCallArgs, object> Answer { get; init; } = _ => Anything;

    /// <summary>The message of the error that a question is answered with; null for none. Default: no error.</summary>
    public Func<MockCallArgs, string?> Refusal { get; init; } = _ => null;

    /// <summary>The arguments of each question.</summary>
    public ConcurrentQueue<ImmutableDictionary<string, object>> Calls { get; } = new();

    /// <summary>The arguments of each resource by name.</summary>
    public ConcurrentDictionary<string, ImmutableDictionary<string, object>> Inputs { get; } =
        new(StringComparer.Ordinal);

    /// <summary>What every other stack puts out.</summary>
    public Dictionary<string, object> StackOutputs { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The message of the error that every look into another stack ends with. Default: null, none.</summary>
    public string? StackError { get; init; }

    /// <summary>The errors that a stack ends with; none where it is deployed. In a preview, resources have no ids yet.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync(StackModel stack, bool isPreview = false)
    {
        var exitCode = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(() => DeployAsync(stack, isPreview));
        Environment.ExitCode = exitCode;
        return failure switch
        {
            null => [],
            AggregateException several => [.. several.InnerExceptions.Select(inner => inner.Message)],
            _ => [failure.Message],
        };
    }

    /// <summary>Deploys a stack without secrets, and returns its outputs.</summary>
    public async Task<IDictionary<string, object?>> DeployAsync(StackModel stack, bool isPreview = false)
    {
        var run = await Deployment.TestAsync(
            this,
            new TestOptions { IsPreview = isPreview },
            () => InferenceStack.CreateAsync(stack, key => throw new InvalidOperationException(key))
        );
        return run.Outputs;
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        if (args.Token!.StartsWith("pulumi:pulumi:", StringComparison.Ordinal))
        {
            return StackError is null
                ? Task.FromResult<object>(StackState("other"))
                : Task.FromException<object>(new InvalidOperationException(StackError));
        }

        Calls.Enqueue(args.Args);
        return Refusal(args) is { } refusal
            ? Task.FromException<object>(new InvalidOperationException(refusal))
            : Task.FromResult(Answer(args));
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Inputs[args.Name!] = args.Inputs;
        object state = args.Type switch
        {
            "pulumi:pulumi:StackReference" => StackState(args.Name!),
            "gcp:container/cluster:Cluster" => args.Inputs.SetItem("controlPlaneEndpointsConfig", Endpoints),
            _ => args.Inputs,
        };
        return Task.FromResult<(string?, object)>((Deployment.Instance.IsDryRun ? null : $"{args.Name}-id", state));
    }

    private static Dictionary<string, object> Anything { get; } =
        new(StringComparer.Ordinal)
        {
            ["endpoint"] = "203.0.113.7",
            ["bucketObjects"] = new List<object>
            {
                new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "manifest" },
            },
        };

    private Dictionary<string, object> StackState(string name) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["outputs"] = StackOutputs,
            ["secretOutputNames"] = new List<object>(),
        };

    private static Dictionary<string, object> Endpoints { get; } =
        new(StringComparer.Ordinal)
        {
            ["dnsEndpointConfig"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["endpoint"] = "gke-1.example",
            },
        };
}
