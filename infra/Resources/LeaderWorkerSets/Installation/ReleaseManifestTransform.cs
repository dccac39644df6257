using System.Collections.Immutable;
using Pulumi;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>Changes the objects of a controller release before they are created.</summary>
/// <remarks>A resource transform: only the engine sees the objects of the remote manifest.</remarks>
public static class ReleaseManifestTransform
{
    /// <summary>The image of the sidecar of v0.4.x. Its path was removed from the registry in 2025.</summary>
    private const string RetiredImage = "gcr.io/kubebuilder/kube-rbac-proxy:v0.15.0";

    /// <summary>The same image in a registry that still serves it.</summary>
    private const string ReplacementImage = "registry.k8s.io/kubebuilder/kube-rbac-proxy:v0.15.0";

    /// <summary>Met when the controller has written its certificate into a webhook configuration.</summary>
    private const string CertificateCondition = "jsonpath={.webhooks[*].clientConfig.caBundle}";

    /// <summary>Changes one object; returns null, which leaves an object unchanged, for most.</summary>
    public static Task<ResourceTransformResult?> ApplyAsync(
        ResourceTransformArgs resource,
        CancellationToken cancellation = default
    )
    {
        var args = TransformArgs(resource.Type, resource.Args);
        return Task.FromResult<ResourceTransformResult?>(
            ReferenceEquals(args, resource.Args) ? null : new(args, resource.Options.WithoutDefaults())
        );
    }

    /// <summary>Returns the changed arguments of an object; the same instance if nothing changes.</summary>
    /// <param name="type">The object's type token.</param>
    /// <param name="args">The object's arguments.</param>
    public static ImmutableDictionary<string, object?> TransformArgs(
        string type,
        ImmutableDictionary<string, object?> args
    ) =>
        type switch
        {
            "kubernetes:apps/v1:Deployment" => ResourceQuantities.ToStrings(
                ContainsRetiredImage(args) ? ReplaceImages(args) : args
            ),
            "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration"
            or "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration" => AddWaitForAnnotation(
                args
            ),
            _ => args,
        };

    private static bool ContainsRetiredImage(object? value) =>
        value switch
        {
            RetiredImage => true,
            ImmutableDictionary<string, object?> map => map.Values.Any(ContainsRetiredImage),
            ImmutableArray<object?> list => list.Any(ContainsRetiredImage),
            _ => false,
        };

    private static ImmutableDictionary<string, object?> ReplaceImages(ImmutableDictionary<string, object?> map) =>
        map.ToImmutableDictionary(entry => entry.Key, entry => ReplaceImage(entry.Value), StringComparer.Ordinal);

    private static object? ReplaceImage(object? value) =>
        value switch
        {
            RetiredImage => ReplacementImage,
            ImmutableDictionary<string, object?> map => ReplaceImages(map),
            ImmutableArray<object?> list => list.Select(ReplaceImage).ToImmutableArray(),
            _ => value,
        };

    private static ImmutableDictionary<string, object?> AddWaitForAnnotation(ImmutableDictionary<string, object?> args)
    {
        var metadata = GetMap(args, "metadata");
        var annotations = GetMap(metadata, "annotations").SetItem(PulumiAnnotation.WaitFor, CertificateCondition);
        return args.SetItem("metadata", metadata.SetItem("annotations", annotations));
    }

    private static ImmutableDictionary<string, object?> GetMap(ImmutableDictionary<string, object?> from, string key) =>
        from.GetValueOrDefault(key) as ImmutableDictionary<string, object?>
        ?? ImmutableDictionary<string, object?>.Empty;
}
