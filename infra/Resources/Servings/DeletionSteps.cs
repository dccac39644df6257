using Infra.Resources.LeaderWorkerSets;

namespace Infra.Resources.Servings;

/// <summary>What to check when a part of a serving cannot be deleted.</summary>
public static class DeletionSteps
{
    /// <summary>Formats the steps as one message.</summary>
    /// <param name="failed">The object that could not be deleted.</param>
    /// <param name="access">The command that selects its cluster.</param>
    public static string Create(FailedObject failed, string access)
    {
        var kubectl = failed.Namespace is null ? "kubectl" : $"kubectl --namespace {failed.Namespace}";
        var pods = failed.IsJob ? "batch.kubernetes.io/job-name" : LeaderWorkerSetLabel.SetName;
        return TroubleshootingMessage.Format(
            $"{failed.Kind} {failed.Name} could not be deleted.",
            access,
            [
                new(
                    $"{kubectl} get {failed.Kind} {failed.Name} --output jsonpath='{{.metadata.deletionTimestamp}} {{.metadata.finalizers}}'",
                    "NotFound: it is gone by now. A time and finalizers: their owner has not removed them yet. No time: a webhook or a missing "
                        + "permission rejected the deletion. No connection: the cluster is gone; set PULUMI_K8S_DELETE_UNREACHABLE=true for one run."
                ),
                new(
                    $"{kubectl} get pods --selector {pods}={failed.Name} --output wide",
                    "Terminating for long: the pod's node does not respond; run `kubectl delete pod POD --force` once the node is deleted."
                ),
            ],
            "Then run the command that failed again: it continues where it stopped."
        );
    }
}
