using OfflinePreview.Graph;
using OfflinePreview.Recording;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>The objects that pulumi-kubernetes registers below the ConfigFile of a controller release.</summary>
/// <remarks>
/// <para>
/// Their content is unknown here: each argument is a digest of a part of the manifest, so that two releases differ in the same arguments as
/// their manifests. A ConfigFile with another file or an unknown release has no children.
/// </para>
/// <para>Source of names and types: <c>register</c> in provider/pkg/provider/yaml/v2/yaml.go of pulumi-kubernetes 4.32.</para>
/// </remarks>
public sealed class ReleaseManifestModel : IRemoteComponentModel
{
    private const string ConfigFileToken = "kubernetes:yaml/v2:ConfigFile";

    /// <inheritdoc />
    public IEnumerable<RemoteChild> GetChildren(string type, string name, PlanMap inputs) =>
        type == ConfigFileToken
        && (inputs["file"] as PlanText)?.Literal is { } file
        && ReleaseManifest.Releases.FirstOrDefault(known => ReleaseManifest.GetUrl(known) == file) is { } release
            ? ReleaseManifest.GetObjects(release).Select(child => ToChild(child, name))
            : [];

    private static RemoteChild ToChild(ManifestObject child, string prefix)
    {
        var group = child.ApiVersion.Contains('/', StringComparison.Ordinal) ? "" : "core/";
        var path = child.Namespace is { } place ? $"{place}/" : "";
        return new($"kubernetes:{group}{child.ApiVersion}:{child.Kind}", $"{prefix}:{path}{child.Name}", Inputs(child));
    }

    private static PlanMap Inputs(ManifestObject child)
    {
        var metadata = PlanMap.Empty.With("name", PlanText.Known(child.Name));
        if (child.Namespace is { } place)
        {
            metadata = metadata.With("namespace", PlanText.Known(place));
        }

        var identity = PlanMap
            .Empty.With("apiVersion", PlanText.Known(child.ApiVersion))
            .With("kind", PlanText.Known(child.Kind))
            .With("metadata", metadata);
        return child.Parts.Aggregate(
            identity,
            (inputs, part) => With(inputs, part.Path.Split('.'), PlanText.Unknown($"release manifest.{part.Digest}"))
        );
    }

    private static PlanMap With(PlanMap map, ReadOnlySpan<string> path, PlanValue value) =>
        map.With(path[0], path.Length == 1 ? value : With(map[path[0]] as PlanMap ?? PlanMap.Empty, path[1..], value));
}
