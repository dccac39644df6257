using System.Collections.Immutable;
using Infra.Model;
using YamlDotNet.RepresentationModel;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>What the manifest of a release of the controller consists of: which objects, and a digest of each part of their content.</summary>
/// <remarks>The digests tell which parts two releases have in common. Source: see the head of <c>release-manifests.yaml</c>.</remarks>
internal static class ReleaseManifest
{
    private const string Resource = "release-manifests.yaml";

    private static readonly YamlMappingNode Data = Load();

    /// <summary>The releases whose objects are known, oldest first.</summary>
    public static ImmutableArray<string> Releases { get; } = [.. ((YamlSequenceNode)Data["releases"]).Select(Text)];

    /// <summary>Where a release's manifest is published.</summary>
    public static string UrlOf(string release) =>
        $"https://github.com/kubernetes-sigs/lws/releases/download/{release}/manifests.yaml";

    /// <summary>The objects of a release; none for a release that is not one of <see cref="Releases" />.</summary>
    public static IEnumerable<ManifestObject> ObjectsOf(string release)
    {
        var until = Releases.IndexOf(release);
        return ((YamlSequenceNode)Data["objects"])
            .Cast<YamlMappingNode>()
            .Where(entry => IsNotAfter(entry["since"], until))
            .Select(entry => Read(entry, until));
    }

    private static ManifestObject Read(YamlMappingNode entry, int until) =>
        new(
            Text(entry["apiVersion"]),
            Text(entry["kind"]),
            entry.Children.TryGetValue("namespace", out var name) ? Text(name) : null,
            Text(entry["name"]),
            [
                .. from part in (YamlMappingNode)entry["parts"]
                let digest = DigestAt((YamlMappingNode)part.Value, until)
                where digest is not null
                select new ManifestPart(Text(part.Key), digest),
            ]
        );

    // The newest digest that is not newer than the release.
    private static string? DigestAt(YamlMappingNode digests, int until) =>
        digests.Where(digest => IsNotAfter(digest.Key, until)).Select(digest => Text(digest.Value)).LastOrDefault();

    private static bool IsNotAfter(YamlNode release, int until) => Releases.IndexOf(Text(release)) <= until;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(EmbeddedText.Of(Resource)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}

/// <summary>An object of a manifest.</summary>
/// <param name="ApiVersion">Its API version, such as <c>apps/v1</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; null for a cluster-scoped object.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parts">Its content apart from what identifies it.</param>
internal sealed record ManifestObject(
    string ApiVersion,
    string Kind,
    string? Namespace,
    string Name,
    ImmutableArray<ManifestPart> Parts
);

/// <summary>A part of an object's content.</summary>
/// <param name="Path">Where it is, such as <c>spec.selector</c>.</param>
/// <param name="Digest">Equal for equal content.</param>
internal sealed record ManifestPart(string Path, string Digest);
