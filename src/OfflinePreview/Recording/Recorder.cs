using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;
using Pulumi.Testing;

namespace OfflinePreview.Recording;

/// <summary>Runs a stack's program without engine, credentials or network, and keeps what it constructs.</summary>
public static class Recorder
{
    // The environment that a run is shielded from belongs to the whole process.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Records the stack that <paramref name="create"/> constructs.</summary>
    /// <param name="project">The Pulumi project's name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="create">
    /// Constructs the stack; it hands the options to the base class and takes its secret settings from the placeholders.
    /// </param>
    /// <param name="remoteComponents">What providers register below remote components. Default: nothing is known of it.</param>
    /// <param name="cancellation">Ends the recording between two steps.</param>
    /// <returns>The graph: the same program and settings give the same graph on every machine.</returns>
    /// <exception cref="RecordingException">
    /// The program fails while its outputs are computed, asks the cloud, or constructs two resources with one URN. What its
    /// constructor throws comes out as it is.
    /// </exception>
    public static async Task<StackGraph> RecordAsync(
        string project,
        string stack,
        Func<StackOptions, Placeholders, Stack> create,
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
    /// Records a stack whose graph does not matter: nothing is shielded, so it may go on beside another recording.
    /// </summary>
    public static Task<StackGraph> WarmUpAsync(Func<StackOptions, Placeholders, Stack> create) =>
        RunAsync("warm-up", "warm-up", create, remoteComponents: null, CancellationToken.None);

    private static async Task<StackGraph> RunAsync(
        string project,
        string stack,
        Func<StackOptions, Placeholders, Stack> create,
        IRemoteComponentModel? remoteComponents,
        CancellationToken cancellation
    )
    {
        var placeholders = new Placeholders();
        var recording = new RecordedRun(project, stack, placeholders, remoteComponents);
        var factory = new StackFactory(() => create(recording.Options, placeholders));
        await RunAsync(project, stack, recording, factory);
        return new StackGraph(project, stack, Sorted(recording.ReadNodes(factory.Stack!, cancellation)));
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

    private static ImmutableArray<ResourceNode> Sorted(ResourceNode[] nodes)
    {
        ImmutableArray<ResourceNode> sorted = [.. nodes.OrderBy(node => node.Urn, StringComparer.Ordinal)];
        return
            sorted.CountBy(node => node.Urn, StringComparer.Ordinal).FirstOrDefault(urn => urn.Value > 1).Key is { } urn
            ? throw new RecordingException($"Two resources have the URN {urn}: give one of them another name.")
            : sorted;
    }
}
