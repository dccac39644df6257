namespace Pulumi;

public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Current = new();

    private Deployment() { }

    public static DeploymentInstance Instance =>
        Current.Value ?? throw new InvalidOperationException("There is no current deployment.");

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => FailUnsupportedAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => FailUnsupportedAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => FailUnsupportedAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        FailUnsupportedAsync();

    /// <summary>Makes the current run, if any, fail if <paramref name="task"/> fails.</summary>
    internal static void Track(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Current.Value?.Tasks.Add(task);
        }
    }

    private static async Task<int> FailUnsupportedAsync()
    {
        await Console.Error.WriteLineAsync(
            "error: this build uses the offline stand-in for the Pulumi packages and cannot deploy; "
                + "rebuild with PulumiSdk=nuget"
        );
        return 1;
    }
}
