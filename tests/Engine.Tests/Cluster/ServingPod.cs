using System.Text.Json.Nodes;

namespace Engine.Tests.Cluster;

/// <summary>A pod of a serving.</summary>
/// <param name="pod">The object in the cluster.</param>
internal sealed class ServingPod(JsonNode pod)
{
    public string Uid { get; } = (string)pod["metadata"]!["uid"]!;

    /// <summary>The name of its node; empty as long as it is not scheduled.</summary>
    public string Node { get; } = (string?)pod["spec"]!["nodeName"] ?? "";

    public bool IsLeader => Label("leaderworkerset.sigs.k8s.io/worker-index") == "0";

    public bool IsReady =>
        pod["status"]!
            ["conditions"]
            ?.AsArray()
            .Any(one => (string)one!["type"]! == "Ready" && (string)one["status"]! == "True") == true;

    public string Label(string name) => (string)pod["metadata"]!["labels"]![name]!;
}
