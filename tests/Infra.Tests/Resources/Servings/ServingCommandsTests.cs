using System.Text.Json;
using Infra.Model.Servings;
using Infra.Resources.Servings;
using StackConfig.Reading;

namespace Infra.Tests.Resources.Servings;

public sealed class ServingCommandsTests
{
    [Fact]
    public void Commands_name_the_namespace_the_service_and_the_pods_of_the_serving()
    {
        var commands = ServingCommands.Create(Serving("namespace: apart", "service: { name: door, port: 80 }"));

        Assert.Equal(
            "kubectl --namespace apart get pods --selector leaderworkerset.sigs.k8s.io/name=model --output wide",
            commands["pods"]
        );
        Assert.Equal("kubectl --namespace apart port-forward service/door 8000:80", commands["portForward"]);
        Assert.Equal(
            "kubectl --namespace apart logs --selector app=model --container jax-tpu --prefix --tail -1 --follow",
            commands["logs"]
        );
        Assert.EndsWith("| grep 'Driver initialized'", commands["ready"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_logs_of_all_replicas_are_followed() =>
        Assert.EndsWith(
            "--follow --max-log-requests 6",
            ServingCommands.Create(Serving("replicas: 6"))["logs"],
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_batch_has_a_separate_log()
    {
        var batch = "batch: { input: gs://mine/prompts.jsonl, output: gs://mine/answers/, serviceAccount: reader }";

        Assert.Equal(
            "kubectl logs --selector jetstream-pathways/batch=model --tail -1 --follow",
            ServingCommands.Create(Serving(batch))["batchLogs"]
        );
        Assert.DoesNotContain("batchLogs", ServingCommands.Create(Serving()).Keys);
    }

    [Fact]
    public void Without_a_namespace_the_kubeconfig_decides() =>
        Assert.All(
            ServingCommands.Create(Serving()).Values,
            command => Assert.DoesNotContain("namespace", command, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("What are the top 5 programming languages")]
    [InlineData("It's \\\"quoted\\\" with $HOME, `date` and \\\\ in it: 서울")]
    public async Task The_prompt_is_quoted_for_the_shell(string yaml)
    {
        var serving = Serving($"smokeTest: {{ prompt: \"{yaml}\", maxTokens: 7 }}");
        var command = ServingCommands
            .Create(serving)["prompt"]
            .Replace("curl ", "printf '%s\\n' ", StringComparison.Ordinal);

        var words = await ShellAsync(command);

        using var body = JsonDocument.Parse(words[Array.IndexOf(words, "--data") + 1]);
        Assert.Equal(serving.SmokeTest!.Prompt, body.RootElement.GetProperty("prompt").GetString());
        Assert.Equal(7, body.RootElement.GetProperty("max_tokens").GetInt32());
        Assert.Contains("localhost:8000/generate", words);
    }

    [Fact]
    public void Without_a_smoke_test_the_prompt_is_that_of_the_guide() =>
        Assert.Contains(
            "What are the top 5 programming languages",
            ServingCommands.Create(Serving("smokeTest: { enabled: false }"))["prompt"],
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("logs")]
    [InlineData("portForward")]
    [InlineData("prompt")]
    public void The_runbook_shows_the_command_that_a_stack_prints(string name) =>
        Assert.Contains(
            ServingCommands.Create(Serving())[name].Replace("model", "NAME", StringComparison.Ordinal),
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "runbook.md")),
            StringComparison.Ordinal
        );

    private static Serving Serving(params string[] settings)
    {
        var more = string.Concat(settings.Select(setting => $", {setting}"));
        var loaded = StackText.Load(
            $"cluster: {{ existing: {{}} }}\nservings:\n  - {{ name: model, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp, {StackText.SmallModel}{more} }}",
            Severity.Warning
        );
        return loaded.StackModel!.Servings[0];
    }

    private static async Task<string[]> ShellAsync(string command)
    {
        var shell = await ProcessResult.RunAsync(new("sh", ["-c", command]));
        return shell.Output.TrimEnd('\n').Split('\n');
    }
}
