using System.Buffers;
using System.Text.Json;
using Infra.Model.Names;
using Infra.Model.Servings;

namespace Infra.Resources.Servings;

/// <summary>Short digests that tell one state of a serving's settings from another; the same settings give the same on every machine.</summary>
internal static class ServingRevision
{
    /// <summary>The label by which pods of one revision are found.</summary>
    public const string Label = "jetstream-pathways/revision";

    private const int Length = 12;

    /// <summary>Another one exactly where the pods are others.</summary>
    public static string OfPods(Serving serving) => Digest(json => WritePods(json, serving));

    /// <summary>Another one where the pods are others, or as many of them, or on machines had otherwise.</summary>
    public static string OfDeployment(Serving serving) =>
        Digest(json =>
        {
            WritePods(json, serving);
            Write(json, [$"{serving.Replicas}", $"{serving.Capacity}"]);
        });

    private static void WritePods(Utf8JsonWriter json, Serving serving)
    {
        var images = serving.Images;
        Write(json, [serving.Name, serving.ScratchLocation.Text, $"{serving.WorkerToleration}"]);
        Write(json, [serving.Slice.PathwaysInstanceType, $"{serving.Slice.ChipsPerHost}", $"{serving.Slices}"]);
        Write(json, [images.TaggedProxy, images.TaggedServer, images.JetStream, images.JetStreamHttp]);
        Write(json, [images.PullPolicy.Name, serving.MaxText.Config]);
        Write(json, serving.MaxTextFlags.Texts);
        Write(json, serving.XlaFlags.Flags.Texts);
        Write(json, serving.NodeLabels);
        Write(json, serving.Probes.Startup);
        Write(json, serving.Probes.Liveness);
        Write(json, serving.Probes.Readiness);
        foreach (var (_, container) in serving.Containers.All)
        {
            Write(json, container.Flags.Texts);
            Write(json, container.Env.SelectMany(one => new[] { one.Name.Text, one.Value, one.Secret }));
            Write(json, container.Resources.Requests);
            Write(json, container.Resources.Limits);
            Write(json, container.Capabilities);
        }
    }

    private static void Write(Utf8JsonWriter json, ProbeSettings probe) =>
        Write(
            json,
            [
                $"{probe.InitialDelaySeconds}",
                $"{probe.PeriodSeconds}",
                $"{probe.TimeoutSeconds}",
                $"{probe.FailureThreshold}",
            ]
        );

    /// <summary>A map has no order of its own.</summary>
    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, string> map) =>
        Write(
            json,
            map.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .SelectMany(entry => new[] { entry.Key, entry.Value })
        );

    private static void Write(Utf8JsonWriter json, IEnumerable<string?> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Digest(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }

        return ShortHash.Compute(buffer.WrittenSpan, Length);
    }
}
