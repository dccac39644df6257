using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Waits for the tasks behind outputs and collects their failures.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _gate = new();
    private readonly HashSet<Exception> _failures = new(ReferenceEqualityComparer.Instance);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _active = 1;

    public void Add(Task task)
    {
        lock (_gate)
        {
            _active++;
        }

        task.ContinueWith(Complete, TaskScheduler.Default);
    }

    /// <summary>Waits until all tasks have completed or one has failed, and returns the failures.</summary>
    public async Task<ImmutableArray<Exception>> WaitAsync()
    {
        Complete(Task.CompletedTask);
        await _finished.Task;
        lock (_gate)
        {
            return [.. _failures];
        }
    }

    private void Complete(Task task)
    {
        lock (_gate)
        {
            _active--;
            _failures.UnionWith(task.Exception?.InnerExceptions ?? []);
            if (_active == 0 || _failures.Count > 0)
            {
                _finished.TrySetResult();
            }
        }
    }
}
