using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Infra.Preview.Graph;

namespace Infra.Preview.Recording;

/// <summary>Makes the nodes of resources on other cores while the program goes on, and on this one once it has ended.</summary>
internal sealed class NodeQueue(GraphBuilder builder, CancellationToken cancellation)
{
    private readonly ConcurrentQueue<RecordedResource> _waiting = new();
    private readonly ConcurrentQueue<ResourceNode> _nodes = new();
    private readonly ConcurrentQueue<Failure> _failures = new();

    private int _underWay;

    /// <summary>Adds a resource whose arguments are there.</summary>
    public void Add(RecordedResource resource)
    {
        _waiting.Enqueue(resource);
        ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.MakeNext(), this, preferLocal: false);
    }

    /// <summary>The nodes of all resources; nobody adds one any more.</summary>
    public ResourceNode[] Finish()
    {
        while (!_waiting.IsEmpty)
        {
            MakeNext();
        }

        // What another core has begun is there within a millisecond.
        SpinWait.SpinUntil(() => Volatile.Read(ref _underWay) == 0);
        _failures.MinBy(failure => failure.Resource, StringComparer.Ordinal)?.Thrown.Throw();
        cancellation.ThrowIfCancellationRequested();
        return [.. _nodes];
    }

    private void MakeNext()
    {
        Interlocked.Increment(ref _underWay);
        if (_waiting.TryDequeue(out var resource) && !cancellation.IsCancellationRequested)
        {
            Make(resource);
        }

        Interlocked.Decrement(ref _underWay);
    }

    private void Make(RecordedResource resource)
    {
        try
        {
            _nodes.Enqueue(builder.Node(resource));
        }
        catch (Exception failure)
        {
            _failures.Enqueue(new($"{resource.Type} {resource.Name}", ExceptionDispatchInfo.Capture(failure)));
        }
    }

    private sealed record Failure(string Resource, ExceptionDispatchInfo Thrown);
}
