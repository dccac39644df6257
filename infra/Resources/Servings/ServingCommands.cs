using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;

namespace Infra.Resources.Servings;

/// <summary>What a person types to look at a serving and to ask it something, with the serving's names filled in.</summary>
/// <remarks>
/// The commands go to the cluster that the stack's output <c>getCredentials</c> selects. Prompts go through the Service, which finds the
/// leaders by itself; Google's guide forwards the pod of a variable that it never sets.
/// </remarks>
public static class ServingCommands
{
    private const int LocalPort = 8000;

    /// <summary>Logs that kubectl follows at once unless it is told more.</summary>
    private const int FollowedAtOnce = 5;

    /// <summary>
    /// What JetStream logs in every mode once its engines run. A line before it names the mode: <c>interleaved</c> with one slice,
    /// <c>disaggregated</c> with more. Source: jetstream/core/orchestrator.py.
    /// </summary>
    private const string ReadyLine = "Driver initialized";

    /// <summary>
    /// The commands by what they do: <c>pods</c> lists the pods; <c>logs</c> follows the model server; <c>ready</c> prints the line by which
    /// it says that it is ready, or nothing yet; <c>portForward</c> brings it to this machine, where <c>prompt</c> then asks it;
    /// <c>batchLogs</c>, where there is a batch, follows that.
    /// </summary>
    /// <param name="serving">The serving.</param>
    public static ImmutableDictionary<string, string> For(Serving serving)
    {
        var kubectl = Kubectl(serving);
        var commands = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        commands.Add("pods", Pods(serving));
        commands.Add("logs", Logs(serving));
        commands.Add("ready", $"{Told(serving)} | grep '{ReadyLine}'");
        commands.Add(
            "portForward",
            $"{kubectl} port-forward service/{serving.ServiceName} {LocalPort}:{serving.Service.Port}"
        );
        commands.Add("prompt", Prompt(serving));
        if (serving.Batch is not null)
        {
            commands.Add("batchLogs", $"{kubectl} logs --selector {Batch.Label}={serving.Name} --tail -1 --follow");
        }

        return commands.ToImmutable();
    }

    /// <summary>How a command about the serving begins.</summary>
    internal static string Kubectl(Serving serving) =>
        serving.Namespace is null ? "kubectl" : $"kubectl --namespace {serving.Namespace}";

    /// <summary>Lists the pods.</summary>
    internal static string Pods(Serving serving) =>
        $"{Kubectl(serving)} get pods --selector {GroupLabel.SetName}={serving.Name} --output wide";

    /// <summary>Follows the model servers' logs.</summary>
    internal static string Logs(Serving serving) =>
        serving.Replicas > FollowedAtOnce
            ? $"{Told(serving)} --follow --max-log-requests {serving.Replicas}"
            : $"{Told(serving)} --follow";

    private static string Told(Serving serving) =>
        $"{Kubectl(serving)} logs --selector app={serving.Name} --container {ContainerName.JaxTpu} --prefix --tail -1";

    private static string Prompt(Serving serving)
    {
        var prompt = serving.SmokeTest.Prompt;
        var tokens = serving.SmokeTest.MaxTokens;
        var text = JsonEncodedText.Encode(prompt, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return $"curl --silent --header 'Content-Type: application/json' --data {Quoted($$"""{"prompt": "{{text}}", "max_tokens": {{tokens}}}""")} localhost:{LocalPort}/generate";
    }

    /// <summary>A text as one word of a shell.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
