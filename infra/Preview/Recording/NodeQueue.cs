using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Infra.Preview.Graph;

namespace Infra.Preview.Recording;

/// <summary>
/// Makes the nodes of resources: on another core while the program goes on, on this one where that does not keep pace, and on both once the
/// program has ended.
/// </summary>
internal sealed class NodeQueue(GraphBuilder builder, CancellationToken cancellation)
{
    // The arguments of what is waiting take more memory than its nodes will.
    private const int MostWaiting = 16;

    private readonly ConcurrentQueue<RecordedResource> _waiting = new();
    private readonly ConcurrentQueue<ResourceNode> _nodes = new();
    private readonly ConcurrentQueue<Failure> _failures = new();

    private int _unfinished;
    private int _underWay;
    private int _hasHelper;

    /// <summary>Adds a resource whose arguments are there.</summary>
    public void Add(RecordedResource resource)
    {
        _waiting.Enqueue(resource);
        if (Interlocked.Increment(ref _unfinished) > MostWaiting)
        {
            MakeNext(mayWait: false);
        }
    }

    /// <summary>Has nodes made on another core, until none is waiting.</summary>
    public void StartHelper()
    {
        if (Interlocked.Exchange(ref _hasHelper, 1) == 0)
        {
            // Without the context of the run: of an output that is made here the SDK shall not take note as of one of the program's.
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.MakeAll(), this, preferLocal: false);
        }
    }

    /// <summary>The nodes of all resources; nobody adds one any more.</summary>
    public ResourceNode[] Finish()
    {
        MakeWaiting();

        // What another core has begun is waited for.
        SpinWait.SpinUntil(() => Volatile.Read(ref _underWay) == 0);
        _failures.MinBy(failure => failure.Resource, StringComparer.Ordinal)?.Thrown.Throw();
        cancellation.ThrowIfCancellationRequested();
        return _nodes.ToArray();
    }

    private void MakeAll()
    {
        MakeWaiting();
        Interlocked.Exchange(ref _hasHelper, 0);
        if (!_waiting.IsEmpty)
        {
            StartHelper(); // for what was added since
        }
    }

    private void MakeWaiting()
    {
        while (!_waiting.IsEmpty)
        {
            MakeNext(mayWait: true);
        }
    }

    private void MakeNext(bool mayWait)
    {
        Interlocked.Increment(ref _underWay);
        if (_waiting.TryDequeue(out var resource))
        {
            if (TryMake(resource, mayWait))
            {
                Interlocked.Decrement(ref _unfinished);
            }
            else
            {
                _waiting.Enqueue(resource);
            }
        }

        Interlocked.Decrement(ref _underWay);
    }

    private bool TryMake(RecordedResource resource, bool mayWait)
    {
        try
        {
            var node = cancellation.IsCancellationRequested ? null : builder.Node(resource, mayWait);
            if (node is not null)
            {
                _nodes.Enqueue(node);
            }

            return mayWait || node is not null;
        }
        catch (Exception failure)
        {
            _failures.Enqueue(new($"{resource.Type} {resource.Name}", ExceptionDispatchInfo.Capture(failure)));
            return true;
        }
    }

    private sealed record Failure(string Resource, ExceptionDispatchInfo Thrown);
}
