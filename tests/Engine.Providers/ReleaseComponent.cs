using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;

namespace Engine.Providers;

/// <summary>
/// The objects of a LeaderWorkerSet release, registered as pulumi-kubernetes does for a ConfigFile. A digest stands for each part of an
/// object: the program's <c>release-manifests.yaml</c> has no more.
/// </summary>
internal sealed class ReleaseComponent : ComponentResource
{
    private static readonly JsonObject Data = EmbeddedData.Read("release-manifests.yaml");
    private static readonly ImmutableArray<string> Releases =
    [
        .. Data["releases"]!.AsArray().Select(release => (string)release!),
    ];

    public ReleaseComponent(string type, string name, string file, ComponentResourceOptions options)
        : base(type, name, options)
    {
        var release = Releases.IndexOf(file.Split('/')[^2]);
        foreach (var entry in Data["objects"]!.AsArray().Where(entry => IsNotAfter((string)entry!["since"]!, release)))
        {
            _ = new CustomResource(
                TypeOf(entry!),
                $"{name}:{(entry!["namespace"] is { } place ? $"{place}/" : "")}{entry["name"]}",
                new DictionaryResourceArgs(Inputs(entry, release)),
                new CustomResourceOptions { Parent = this }
            );
        }

        RegisterOutputs();
    }

    private static bool IsNotAfter(string since, int release) => Releases.IndexOf(since) <= release;

    private static string TypeOf(JsonNode entry)
    {
        var version = (string)entry["apiVersion"]!;
        return $"kubernetes:{(version.Contains('/', StringComparison.Ordinal) ? "" : "core/")}{version}:{entry["kind"]}";
    }

    private static ImmutableDictionary<string, object?> Inputs(JsonNode entry, int release)
    {
        var metadata = ImmutableDictionary<string, object?>.Empty.Add("name", (string)entry["name"]!);
        var inputs = ImmutableDictionary<string, object?>
            .Empty.Add("apiVersion", (string)entry["apiVersion"]!)
            .Add("kind", (string)entry["kind"]!)
            .Add("metadata", entry["namespace"] is { } place ? metadata.Add("namespace", (string)place!) : metadata);
        return entry["parts"]!
            .AsObject()
            .Select(part => (Path: part.Key.Split('.'), Digest: DigestAt(part.Value!.AsObject(), release)))
            .Where(part => part.Digest is not null)
            .Aggregate(inputs, (map, part) => With(map, part.Path, part.Digest!));
    }

    private static string? DigestAt(JsonObject digests, int release) =>
        digests.Where(entry => IsNotAfter(entry.Key, release)).Select(entry => (string)entry.Value!).LastOrDefault();

    private static ImmutableDictionary<string, object?> With(
        ImmutableDictionary<string, object?> map,
        ReadOnlySpan<string> path,
        string value
    ) =>
        map.SetItem(
            path[0],
            path.Length == 1
                ? value
                : With(map.GetValueOrDefault(path[0]) as ImmutableDictionary<string, object?> ?? [], path[1..], value)
        );
}
