using Infra.Model.Servings;

namespace Infra.Resources.Servings;

/// <summary>What to check when a serving cannot be created or updated, causes before their consequences.</summary>
public static class TroubleshootingSteps
{
    /// <summary>Formats the steps as one message.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="access">The command that selects its cluster.</param>
    public static string Create(Serving serving, string access) =>
        TroubleshootingMessage.Format(
            $"Serving {serving.Name} failed to become ready.",
            access,
            GetSteps(serving),
            "Then fix the configuration and run `pulumi up` again."
        );

    /// <summary>The steps, without the one that selects the cluster.</summary>
    public static IEnumerable<TroubleshootingStep> GetSteps(Serving serving)
    {
        var kubectl = ServingCommands.Kubectl(serving);
        var leader = $"{serving.Name}-0";
        if (serving.HasSmokeTest)
        {
            yield return new(
                $"{kubectl} logs --selector {SmokeTestJob.Label}={serving.Name} --tail -1",
                "The smoke test, if it has started: the server's response, or what the Job waited for."
            );
        }

        yield return new(
            ServingCommands.Pods(serving),
            "No pod: the controller in lws-system is missing or rejects the serving. Only the leader: workers are created once it is scheduled."
        );
        yield return new(
            $"{kubectl} describe pod {leader}",
            "Pending: its events name the cause: no matching or free slice, quota, a stockout (see the node pools' errors)."
        );
        yield return new(
            $"{kubectl} get events --sort-by .lastTimestamp",
            "ImagePullBackOff: the project is not allow-listed for Pathways' images, or the nodes cannot read the registry. Restarts: which pod was first?"
        );
        yield return new(
            $"{kubectl} logs {leader} --container {ContainerName.JaxTpu} (--previous after a restart)",
            "403 or 404 of a gs:// path: the checkpoint, or the nodes' permissions. RESOURCE_EXHAUSTED: reduce per_device_batch_size. Otherwise a flag."
        );
        yield return new(
            $"{kubectl} logs {leader} --container {ContainerName.PathwaysRm}, then {ContainerName.PathwaysProxy}, then {leader}-1",
            "Workers that do not register, or whose build differs from the others' (images.pathwaysTag)."
        );
        yield return new(
            $"{kubectl} logs {leader} --container {ContainerName.JetStreamHttp}",
            "Probes call this HTTP server, which calls the model server. If it exits, the group restarts."
        );
    }
}
