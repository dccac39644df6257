using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;

namespace Infra.Resources.Servings;

/// <summary>The commands to inspect a serving and to send it a prompt.</summary>
/// <remarks>
/// The commands use the cluster that the stack output <c>getCredentials</c> selects. Prompts go through the Service, which selects the leaders;
/// Google's guide forwards the pod of a variable that it never sets.
/// </remarks>
public static class ServingCommands
{
    private const int LocalPort = 8000;

    /// <summary>The number of logs that kubectl follows by default.</summary>
    private const int DefaultMaxLogRequests = 5;

    /// <summary>
    /// JetStream logs it in every mode when its engines run. A line before it names the mode: <c>interleaved</c> with one slice,
    /// <c>disaggregated</c> with more. Source: jetstream/core/orchestrator.py.
    /// </summary>
    private const string ReadyLine = "Driver initialized";

    /// <summary>
    /// Returns the commands by name: <c>pods</c> lists the pods; <c>logs</c> follows the model server; <c>ready</c> prints its ready line, if any;
    /// <c>portForward</c> forwards the Service to this machine, where <c>prompt</c> sends a prompt; <c>batchLogs</c> follows the batch, if any.
    /// </summary>
    /// <param name="serving">The serving.</param>
    /// <param name="address">The address of its internal load balancer, to which <c>prompt</c> then goes. Default: none.</param>
    public static ImmutableDictionary<string, string> Create(Serving serving, string? address = null)
    {
        var kubectl = Kubectl(serving);
        var commands = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        commands.Add("pods", Pods(serving));
        commands.Add("logs", Logs(serving));
        commands.Add("ready", $"{KubectlLogs(serving)} | grep '{ReadyLine}'");
        commands.Add(
            "portForward",
            $"{kubectl} port-forward service/{serving.ServiceName} {LocalPort}:{serving.Service.Port}"
        );
        commands.Add("prompt", Prompt(serving, address is null ? $"localhost:{LocalPort}" : serving.GetUrl(address)));
        if (serving.Batch is not null)
        {
            commands.Add("batchLogs", $"{kubectl} logs --selector {Batch.Label}={serving.Name} --tail -1 --follow");
        }

        return commands.ToImmutable();
    }

    /// <summary>Returns kubectl with the serving's namespace.</summary>
    internal static string Kubectl(Serving serving) =>
        serving.Namespace is null ? "kubectl" : $"kubectl --namespace {serving.Namespace}";

    /// <summary>Returns the command that lists the pods.</summary>
    internal static string Pods(Serving serving) =>
        $"{Kubectl(serving)} get pods --selector {LeaderWorkerSetLabel.SetName}={serving.Name} --output wide";

    /// <summary>Returns the command that follows the model servers' logs.</summary>
    internal static string Logs(Serving serving) =>
        serving.Replicas > DefaultMaxLogRequests
            ? $"{KubectlLogs(serving)} --follow --max-log-requests {serving.Replicas}"
            : $"{KubectlLogs(serving)} --follow";

    private static string KubectlLogs(Serving serving) =>
        $"{Kubectl(serving)} logs --selector app={serving.Name} --container {ContainerName.JaxTpu} --prefix --tail -1";

    private static string Prompt(Serving serving, string server)
    {
        var prompt = serving.SmokeTest.Prompt;
        var tokens = serving.SmokeTest.MaxTokens;
        var text = JsonEncodedText.Encode(prompt, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return $"curl --silent --header 'Content-Type: application/json' --data {ShellQuote($$"""{"prompt": "{{text}}", "max_tokens": {{tokens}}}""")} {server}/generate";
    }

    /// <summary>Quotes a string as one word of a shell.</summary>
    private static string ShellQuote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
