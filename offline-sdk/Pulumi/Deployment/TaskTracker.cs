using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Waits for the work that goes on behind outputs, and collects what fails.</summary>
internal sealed class TaskTracker
{
    private readonly Lock gate = new();
    private readonly HashSet<Exception> failures = new(ReferenceEqualityComparer.Instance);
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int active = 1;

    public void Add(Task task)
    {
        lock (gate)
        {
            active++;
        }

        task.ContinueWith(Complete, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing goes on any more, or something has failed; gives what has failed.</summary>
    public async Task<ImmutableArray<Exception>> WaitAsync()
    {
        Complete(Task.CompletedTask);
        await finished.Task;
        lock (gate)
        {
            return [.. failures];
        }
    }

    private void Complete(Task task)
    {
        lock (gate)
        {
            active--;
            failures.UnionWith(task.Exception?.InnerExceptions ?? []);
            if (active == 0 || failures.Count > 0)
            {
                finished.TrySetResult();
            }
        }
    }
}
