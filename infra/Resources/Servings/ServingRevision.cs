using System.Buffers;
using System.Text.Json;
using Infra.Model.Names;
using Infra.Model.Servings;
using OfflinePreview.Output;
using OfflinePreview.Recording;
using Pulumi;

namespace Infra.Resources.Servings;

/// <summary>Digests of what a serving runs: equal on every machine for equal arguments of its Kubernetes objects.</summary>
/// <remarks>
/// The arguments are rendered with the scratch location of the settings, so that a location which is an output, and not known yet, leaves
/// the revision known. They hold the names of secrets, not their values.
/// </remarks>
internal static class ServingRevision
{
    /// <summary>The label, and the annotation, that holds a revision.</summary>
    public const string Label = "jetstream-pathways/revision";

    private const int Length = 12;

    /// <summary>Changes exactly when a pod template changes.</summary>
    public static string ComputeForPods(Serving serving)
    {
        var pods = Pods(serving);
        return Digest(pods.CreateLeader(), pods.CreateWorker());
    }

    /// <summary>Changes when the LeaderWorkerSet changes: its pod templates, its replicas or how its nodes are provisioned.</summary>
    public static string ComputeForDeployment(Serving serving) =>
        Digest(ServingLeaderWorkerSet.CreateArgs(serving, Pods(serving)));

    /// <summary>A digest of arguments that changes with each value in them.</summary>
    internal static string Digest(params IEnumerable<ResourceArgs> args)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var one in args)
        {
            json.WriteValue(ArgumentReader.Read(one));
        }

        json.WriteEndArray();
        json.Flush();
        return ShortHash.Compute(buffer.WrittenSpan, Length);
    }

    private static ServingPods Pods(Serving serving) => new(serving, serving.ScratchLocation.Text);
}
