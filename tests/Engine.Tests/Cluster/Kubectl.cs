using System.Text.Json.Nodes;

namespace Engine.Tests.Cluster;

/// <summary>kubectl with the kubeconfig of a cluster.</summary>
internal sealed class Kubectl(string kubeconfig)
{
    /// <summary>Runs a command, and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The command failed; the message has its output.</exception>
    public Task<string> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    /// <summary>The same with standard input.</summary>
    public async Task<string> RunWithInputAsync(string input, params string[] arguments)
    {
        var (exitCode, output, errors) = await ProcessResult.RunAsync(
            new("kubectl", ["--kubeconfig", kubeconfig, .. arguments]),
            input
        );
        return exitCode == 0
            ? output
            : throw new InvalidOperationException($"kubectl {string.Join(' ', arguments)} failed:\n{errors}");
    }

    /// <summary>The objects of a kind in the namespace of the servings, or in none.</summary>
    public async Task<IReadOnlyList<JsonNode>> GetAsync(string kind, string labels = "")
    {
        var list = await RunAsync("get", kind, "--selector", labels, "--output", "json");
        return [.. JsonNode.Parse(list)!["items"]!.AsArray().Select(item => item!)];
    }

    /// <summary>The names of all objects in the cluster but those that come and go by themselves.</summary>
    public async Task<IReadOnlyList<string>> GetNamesAsync()
    {
        var kinds = (await RunAsync("api-resources", "--verbs=list", "--output", "name"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(kind => !kind.StartsWith("events", StringComparison.Ordinal));
        const string Columns = "custom-columns=KIND:.kind,NAMESPACE:.metadata.namespace,NAME:.metadata.name";
        var names = await RunAsync(
            "get",
            string.Join(',', kinds),
            "--all-namespaces",
            "--no-headers",
            "--output",
            Columns
        );
        return [.. names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    /// <summary>Sends a request to a Service through the API server.</summary>
    /// <param name="service">The name of the Service and its port, as in <c>storage:8000</c>.</param>
    /// <param name="path">The path, without the first slash.</param>
    /// <param name="body">What is posted; null to get.</param>
    public Task<string> RequestAsync(string service, string path, string? body = null)
    {
        var address = $"/api/v1/namespaces/default/services/{service}/proxy/{path}";
        return body is null
            ? RunAsync("get", "--raw", address)
            : RunWithInputAsync(body, "create", "--raw", address, "--filename", "-");
    }
}
