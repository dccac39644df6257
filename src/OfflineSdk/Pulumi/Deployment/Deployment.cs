namespace Pulumi;

public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Current = new();

    private Deployment() { }

    public static DeploymentInstance Instance =>
        Current.Value ?? throw new InvalidOperationException("There is no deployment: no run has begun.");

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RefuseAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RefuseAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RefuseAsync();

    /// <summary>Makes the run that goes on here, if any, fail when <paramref name="task"/> does.</summary>
    internal static void Watch(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Current.Value?.Tasks.Add(task);
        }
    }

    private static async Task<int> RefuseAsync()
    {
        await Console.Error.WriteLineAsync(
            "error: this build holds the offline stand-in, not Pulumi's own packages, and cannot deploy; "
                + "rebuild with PulumiSdk=nuget"
        );
        return 1;
    }
}
