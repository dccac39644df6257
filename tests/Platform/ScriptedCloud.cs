using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
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

    /// <summary>Runs a program; in a preview what it makes has no identity yet.</summary>
    public Task RunAsync(Action build, bool isPreview = false) =>
        Deployment.TestAsync(
            this,
            new TestOptions { IsPreview = isPreview },
            () =>
            {
                build();
                return new Dictionary<string, object?>(StringComparer.Ordinal);
            }
        );

    /// <summary>What a program is refused with; empty when it is not.</summary>
    public Task<string> FailureAsync(Action build) => MessageAsync(() => RunAsync(build));

    /// <summary>What a stack is refused with; empty when it is not.</summary>
    public Task<string> FailureAsync<TStack>(Func<TStack> create)
        where TStack : Stack =>
        MessageAsync(() =>
        {
            var services = new Mock<IServiceProvider>();
            services.Setup(provider => provider.GetService(typeof(TStack))).Returns(create);
            return Deployment.TestWithServiceProviderAsync<TStack>(this, services.Object, new() { IsPreview = false });
        });

    private static async Task<string> MessageAsync(Func<Task> run)
    {
        var exitCode = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(run);
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
        object state = args.Type switch
        {
            "pulumi:pulumi:StackReference" => StackState(args.Name!),
            "gcp:container/cluster:Cluster" => args.Inputs.SetItem("controlPlaneEndpointsConfig", Endpoints),
            _ => args.Inputs,
        };
        return Task.FromResult<(string?, object)>((Deployment.Instance.IsDryRun ? null : $"{args.Name}-id", state));
    }

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
