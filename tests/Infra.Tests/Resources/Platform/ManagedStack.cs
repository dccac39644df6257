using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

/// <summary>Stack files of stacks that make their cluster.</summary>
internal static class ManagedStack
{
    /// <summary>A stack file's text: where, what else, and servings.</summary>
    public static string Stack(string servings, string more = "") =>
        $"project: my-project\nregion: us-east5\nzone: us-east5-b\n{more}\nservings:\n{servings}";

    /// <summary>A serving on slices of Llama 3.1 405B's size, with a server for as many as it has, with further settings such as <c>replicas: 2</c>.</summary>
    public static string Serving(string name, params string[] settings)
    {
        string[] server = settings.Contains("slices: 2") ? [StackText.ServerOfTwoSlices] : [];
        string[] given = [$"name: {name}", $"checkpoint: gs://my-models/{name}", "topology: 4x4", StackText.SmallModel];
        string[] all = [.. given, .. server, .. settings];
        var last = all.GroupBy(setting => setting.Split(':')[0]).Select(same => same.Last());
        return $"  - {{ {string.Join(", ", last)} }}\n";
    }

    /// <summary>Records such a stack.</summary>
    public static Task<StackGraph> RecordAsync(string servings, string more = "", string stack = "test") =>
        StackText.RecordAsync(Stack(servings, more), stack);

    /// <summary>The node pools that hold slices.</summary>
    public static IReadOnlyList<ResourceState> TpuPools(this StackGraph graph) =>
        [.. graph.GetResources("NodePool").Where(pool => pool.Name != "platform-system")];

    /// <summary>Every resource of the program's own whose type ends in <paramref name="type"/>.</summary>
    public static IEnumerable<ResourceState> GetResources(this StackGraph graph, string type) =>
        graph.Own().Where(resource => resource.Is(type));
}
