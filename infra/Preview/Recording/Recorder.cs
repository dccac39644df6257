using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Infra.Preview.Graph;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Preview.Recording;

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
            using var shielded = new ProcessState();
            return await RunAsync(project, stack, create, remoteComponents, hasHelp: true, cancellation);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>
    /// Records a stack whose graph does not matter, on one core: nothing is shielded, so it may go on beside another recording.
    /// </summary>
    internal static Task<StackGraph> RehearseAsync(Func<StackOptions, Placeholders, Stack> create) =>
        RunAsync("rehearsal", "rehearsal", create, remoteComponents: null, hasHelp: false, CancellationToken.None);

    private static async Task<StackGraph> RunAsync(
        string project,
        string stack,
        Func<StackOptions, Placeholders, Stack> create,
        IRemoteComponentModel? remoteComponents,
        bool hasHelp,
        CancellationToken cancellation
    )
    {
        var placeholders = new Placeholders();
        var recording = new RecordedRun(project, stack, placeholders, remoteComponents, hasHelp, cancellation);
        var factory = new StackFactory(() => create(recording.Options, placeholders));
        await RunAsync(project, stack, recording, factory);
        return new StackGraph(project, stack, Sorted(recording.Finish(factory.Made!)));
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
            throw new RecordingException(FailureText.Of(failure));
        }
    }

    private static ImmutableArray<ResourceNode> Sorted(ResourceNode[] nodes)
    {
        Array.Sort(nodes, (one, other) => string.CompareOrdinal(one.Urn, other.Urn));
        for (var next = 1; next < nodes.Length; next++)
        {
            if (nodes[next].Urn == nodes[next - 1].Urn)
            {
                throw new RecordingException(
                    $"Two resources have the URN {nodes[next].Urn}: give one of them another name."
                );
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }
}
