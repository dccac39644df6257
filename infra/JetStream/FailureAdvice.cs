using Infra.Settings.Servings;

namespace Infra.JetStream;

/// <summary>What to look at when a serving does not become ready or does not answer, each step before those that it explains.</summary>
public static class FailureAdvice
{
    /// <summary>The advice as one text, with the serving's names filled in.</summary>
    public static string For(Serving serving)
    {
        var steps = Steps(serving).Select((step, index) => $"\n  {index + 1}. {step.Look}\n     {step.Meaning}");
        return $"Serving {serving.Name} is not what it should be. Where the error does not say why, look in this order, in the cluster that the "
            + $"stack's output getCredentials selects:{string.Concat(steps)}\nThen mend the settings, and update again. docs/runbook.md has more.";
    }

    /// <summary>The steps: a command, and what its answers mean.</summary>
    public static IEnumerable<(string Look, string Meaning)> Steps(Serving serving)
    {
        var kubectl = ServingCommands.Kubectl(serving);
        var leader = $"{serving.Name}-0";
        if (serving.SmokeTest is not null)
        {
            yield return (
                $"{kubectl} logs job/{serving.SmokeTestName}",
                "The smoke test, where it was made already: what the server answered, or for what the Job waited."
            );
        }

        yield return (
            ServingCommands.Pods(serving),
            "No pod: the controller in lws-system is not there, or refuses. Only the leader: workers are made once it is scheduled."
        );
        yield return (
            $"{kubectl} describe pod {leader}",
            "Pending: its events name the lack: no slice that fits or is free, quota, a stock-out (node pools tell more)."
        );
        yield return (
            $"{kubectl} get events --sort-by .lastTimestamp",
            "ImagePullBackOff: Pathways' images are for admitted projects, or the nodes may not read the registry. Restarts: which pod was first?"
        );
        yield return (
            $"{kubectl} logs {leader} --container {ContainerName.JaxTpu} (--previous after a restart)",
            "403 or 404 of a gs:// path: the checkpoint, or the nodes' rights. RESOURCE_EXHAUSTED: a lower per_device_batch_size. Else a flag."
        );
        yield return (
            $"{kubectl} logs {leader} --container {ContainerName.PathwaysRm}, then {ContainerName.PathwaysProxy}, then {leader}-1",
            "Workers that do not report, or another build than the others' (images.pathwaysTag)."
        );
        yield return (
            $"{kubectl} logs {leader} --container {ContainerName.JetStreamHttp}",
            "The probes ask this front, and it asks the model server: a front that died has the group start over."
        );
    }
}
