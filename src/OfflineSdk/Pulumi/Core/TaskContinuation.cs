namespace Pulumi;

/// <summary>Continuations of incomplete tasks.</summary>
internal static class TaskContinuation
{
    /// <summary>Applies <paramref name="step"/> to the result of a task.</summary>
    public static async Task<TResult> ContinueWithAsync<T, TResult>(Task<T> task, Func<T, TResult> step) =>
        step(await task);
}
