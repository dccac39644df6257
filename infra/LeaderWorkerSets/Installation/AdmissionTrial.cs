using System.Text.Json;

namespace Infra.LeaderWorkerSets.Installation;

/// <summary>The LeaderWorkerSet that is offered to the cluster to see whether it is admitted.</summary>
public static class AdmissionTrial
{
    /// <summary>The object as JSON. It asks for no pods and obeys the rules of every release, so that only a dead webhook refuses it.</summary>
    public static string Manifest { get; } =
        JsonSerializer.Serialize(
            new
            {
                apiVersion = "leaderworkerset.x-k8s.io/v1",
                kind = "LeaderWorkerSet",
                metadata = new { name = AdmissionGate.Name, @namespace = LeaderWorkerSetController.Namespace },
                spec = new
                {
                    replicas = 0,
                    leaderWorkerTemplate = new
                    {
                        size = 1,
                        workerTemplate = new
                        {
                            spec = new { containers = new[] { new { name = "none", image = "none" } } },
                        },
                    },
                },
            }
        );
}
