using System.Collections.Immutable;
using Infra.Model;
using YamlDotNet.RepresentationModel;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>The objects in the manifest of a controller release, with a digest of each part of their content.</summary>
/// <remarks>Equal digests mean equal parts in two releases. Source: the head of <c>release-manifests.yaml</c>.</remarks>
internal static class ReleaseManifest
{
    private const string Resource = "release-manifests.yaml";

    private static readonly YamlMappingNode Data = Load();

    /// <summary>The known releases, oldest first.</summary>
    public static ImmutableArray<string> Releases { get; } = [.. ((YamlSequenceNode)Data["releases"]).Select(Text)];

    /// <summary>The URL of a release's manifest.</summary>
    public static string GetUrl(string release) =>
        $"https://github.com/kubernetes-sigs/lws/releases/download/{release}/manifests.yaml";

    /// <summary>The objects of a release; empty for one that is not in <see cref="Releases" />.</summary>
    public static IEnumerable<ManifestObject> GetObjects(string release)
    {
        var index = Releases.IndexOf(release);
        return ((YamlSequenceNode)Data["objects"])
            .Cast<YamlMappingNode>()
            .Where(entry => IsNotAfter(entry["since"], index))
            .Select(entry => Read(entry, index));
    }

    private static ManifestObject Read(YamlMappingNode entry, int index) =>
        new(
            Text(entry["apiVersion"]),
            Text(entry["kind"]),
            entry.Children.TryGetValue("namespace", out var name) ? Text(name) : null,
            Text(entry["name"]),
            [
                .. from part in (YamlMappingNode)entry["parts"]
                let digest = DigestAt((YamlMappingNode)part.Value, index)
                where digest is not null
                select new ManifestPart(Text(part.Key), digest),
            ]
        );

    // The digest of the newest release up to this one.
    private static string? DigestAt(YamlMappingNode digests, int index) =>
        digests.Where(digest => IsNotAfter(digest.Key, index)).Select(digest => Text(digest.Value)).LastOrDefault();

    private static bool IsNotAfter(YamlNode release, int index) => Releases.IndexOf(Text(release)) <= index;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(EmbeddedText.Read(Resource)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}

/// <summary>An object of a manifest.</summary>
/// <param name="ApiVersion">Its API version, such as <c>apps/v1</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; null for a cluster-scoped object.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parts">Its content without type and name.</param>
internal sealed record ManifestObject(
    string ApiVersion,
    string Kind,
    string? Namespace,
    string Name,
    ImmutableArray<ManifestPart> Parts
);

/// <summary>A part of an object's content.</summary>
/// <param name="Path">Its path, such as <c>spec.selector</c>.</param>
/// <param name="Digest">The digest of its content.</param>
internal sealed record ManifestPart(string Path, string Digest);
