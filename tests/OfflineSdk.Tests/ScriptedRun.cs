using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace OfflineSdk.Tests;

/// <summary>Runs a program against mocks and keeps what the mocks were asked.</summary>
internal sealed class ScriptedRun : IMocks
{
    private readonly List<MockResourceArgs> _registered = [];
    private readonly List<MockRegisterResourceOutputsRequest> _outputs = [];

    /// <summary>What the mocks answer for a resource; by default its name as its id, and no state.</summary>
    public Func<MockResourceArgs, (string?, object)> Answer { get; init; } =
        args => (args.Name, ImmutableDictionary<string, object>.Empty);

    public Func<MockCallArgs, object> Call { get; init; } = _ => ImmutableDictionary<string, object>.Empty;

    public StackOptions? StackOptions { get; init; }

    public TestOptions Options { get; init; } = new() { ProjectName = "project", StackName = "dev" };

    public MockResourceArgs this[string name] => _registered.Single(args => args.Name == name);

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs => _outputs;

    public Task<ImmutableArray<Resource>> RunAsync(Action program) =>
        TidilyAsync(Deployment.TestWithServiceProviderAsync<ScriptedStack>(this, new Services(this, program), Options));

    public Task<ImmutableArray<Resource>> RunAsync<TStack>()
        where TStack : Stack, new() => TidilyAsync(Deployment.TestAsync<TStack>(this, Options));

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        await Task.Yield();
        lock (_registered)
        {
            _registered.Add(args);
        }

        return Answer(args);
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(Call(args));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_registered)
        {
            _outputs.Add(args);
        }

        return Task.CompletedTask;
    }

    // The official packages give the process an exit code when a run fails.
    private static async Task<ImmutableArray<Resource>> TidilyAsync(Task<ImmutableArray<Resource>> run)
    {
        try
        {
            return await run;
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    private sealed class ScriptedStack : Stack
    {
        public ScriptedStack(Action program, StackOptions? options)
            : base(options) => program();
    }

    private sealed class Services(ScriptedRun run, Action program) : IServiceProvider
    {
        public object GetService(Type serviceType) => new ScriptedStack(program, run.StackOptions);
    }
}
