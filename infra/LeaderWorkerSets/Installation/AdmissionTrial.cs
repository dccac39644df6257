using System.Text.Json.Nodes;

namespace Infra.LeaderWorkerSets.Installation;

/// <summary>The LeaderWorkerSet that is offered to the cluster to see whether it is admitted.</summary>
public static class AdmissionTrial
{
    /// <summary>The object as JSON. It asks for no pods and obeys the rules of every release, so that only a dead webhook refuses it.</summary>
    public static string Manifest { get; } =
        new JsonObject
        {
            ["apiVersion"] = "leaderworkerset.x-k8s.io/v1",
            ["kind"] = "LeaderWorkerSet",
            ["metadata"] = new JsonObject
            {
                ["name"] = AdmissionGate.Name,
                ["namespace"] = LeaderWorkerSetController.Namespace,
            },
            ["spec"] = new JsonObject
            {
                ["replicas"] = 0,
                ["leaderWorkerTemplate"] = new JsonObject
                {
                    ["size"] = 1,
                    ["workerTemplate"] = new JsonObject
                    {
                        ["spec"] = new JsonObject
                        {
                            ["containers"] = new JsonArray(new JsonObject { ["name"] = "none", ["image"] = "none" }),
                        },
                    },
                },
            },
        }.ToJsonString();
}
