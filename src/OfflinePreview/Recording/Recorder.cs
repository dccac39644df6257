using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;
using Pulumi.Testing;

namespace OfflinePreview.Recording;

/// <summary>Runs a stack's program without engine, credentials or network, and records its resources.</summary>
public static class Recorder
{
    // The environment belongs to the whole process.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Records the stack that <paramref name="create"/> constructs.</summary>
    /// <param name="project">The Pulumi project's name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="create">
    /// Constructs the stack; it hands the options to the base class and takes its secret settings from the unknown values.
    /// </param>
    /// <param name="remoteComponents">The resources that providers register in remote components. Default: none are known.</param>
    /// <param name="cancellation">Ends the recording between two steps.</param>
    /// <returns>The graph: the same program and settings give the same graph on every machine.</returns>
    /// <exception cref="RecordingException">
    /// The program fails while its outputs are computed, calls a cloud function, or constructs two resources with one URN. Exceptions of its
    /// constructor are thrown as they are.
    /// </exception>
    public static async Task<StackGraph> RecordAsync(
        string project,
        string stack,
        Func<StackOptions, UnknownValues, Stack> create,
        IRemoteComponentModel? remoteComponents = null,
        CancellationToken cancellation = default
    )
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            using var shielded = new IsolatedEnvironment();
            return await RunAsync(project, stack, create, remoteComponents, cancellation);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>
    /// Records a stack to warm up the JIT. The environment is not isolated, so it may run during another recording.
    /// </summary>
    public static Task<StackGraph> WarmUpAsync(Func<StackOptions, UnknownValues, Stack> create) =>
        RunAsync("warm-up", "warm-up", create, remoteComponents: null, CancellationToken.None);

    private static async Task<StackGraph> RunAsync(
        string project,
        string stack,
        Func<StackOptions, UnknownValues, Stack> create,
        IRemoteComponentModel? remoteComponents,
        CancellationToken cancellation
    )
    {
        var unknownValues = new UnknownValues();
        var recording = new RecordedRun(project, stack, unknownValues, remoteComponents);
        var factory = new StackFactory(() => create(recording.Options, unknownValues));
        await RunAsync(project, stack, recording, factory);
        return new StackGraph(project, stack, Sorted(recording.ReadResources(factory.Stack!, cancellation)));
    }

    private static async Task RunAsync(string project, string stack, IMocks mocks, StackFactory factory)
    {
        var options = new TestOptions
        {
            ProjectName = project,
            StackName = stack,
            IsPreview = false,
        };
        try
        {
            await Deployment.TestWithServiceProviderAsync<Stack>(mocks, factory, options);
        }
        catch (Exception) when (factory.Failure is not null)
        {
            factory.Failure.Throw();
        }
        catch (Exception failure) when (failure is RunException or AggregateException)
        {
            throw new RecordingException(FailureMessage.Get(failure));
        }
    }

    private static ImmutableArray<ResourceState> Sorted(ResourceState[] states)
    {
        ImmutableArray<ResourceState> sorted = [.. states.OrderBy(state => state.Urn, StringComparer.Ordinal)];
        return
            sorted.CountBy(state => state.Urn, StringComparer.Ordinal).FirstOrDefault(urn => urn.Value > 1).Key
                is { } urn
            ? throw new RecordingException($"Two resources have the URN {urn}: give one of them another name.")
            : sorted;
    }
}
