namespace Pulumi;

/// <summary>Goes on from tasks: at once where they are done, as those of most outputs are.</summary>
internal static class Continuation
{
    /// <summary>What <paramref name="step"/> makes of a result, or its failure.</summary>
    public static Task<TResult> Of<T, TResult>(Task<T> task, Func<T, TResult> step)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return LaterAsync(task, step);
        }

        try
        {
            return Task.FromResult(step(task.Result));
        }
        catch (Exception failure)
        {
            return Task.FromException<TResult>(failure);
        }
    }

    /// <summary>What <paramref name="step"/> makes of a result in its own time, or its failure.</summary>
    public static Task<TResult> OfTask<T, TResult>(Task<T> task, Func<T, Task<TResult>> step)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return LaterAsync(task, step).Unwrap();
        }

        try
        {
            return step(task.Result);
        }
        catch (Exception failure)
        {
            return Task.FromException<TResult>(failure);
        }
    }

    /// <summary>All results, or the first failure.</summary>
    public static Task<T[]> All<T>(Task<T>[] tasks) =>
        Array.TrueForAll(tasks, task => task.IsCompletedSuccessfully)
            ? Task.FromResult(Array.ConvertAll(tasks, task => task.Result))
            : Task.WhenAll(tasks);

    private static async Task<TResult> LaterAsync<T, TResult>(Task<T> task, Func<T, TResult> step) => step(await task);
}
