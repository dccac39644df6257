using System.Collections.Immutable;
using Pulumi;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>What is changed in the objects of a release of the controller on their way to the cluster.</summary>
/// <remarks>They come from the release's own manifest, so that only the engine, which runs this, sees them.</remarks>
public static class ReleaseChanges
{
    /// <summary>The image of the sidecar of v0.4.x. Its path was removed from the registry in 2025.</summary>
    private const string GoneImage = "gcr.io/kubebuilder/kube-rbac-proxy:v0.15.0";

    /// <summary>The same image where it can still be had.</summary>
    private const string KeptImage = "registry.k8s.io/kubebuilder/kube-rbac-proxy:v0.15.0";

    /// <summary>Met once the controller has made its certificate and written it into a webhook configuration.</summary>
    private const string HasCertificate = "jsonpath={.webhooks[*].clientConfig.caBundle}";

    /// <summary>Changes one object; returns null, which leaves it to the engine as it is, for most.</summary>
    public static Task<ResourceTransformResult?> ApplyAsync(
        ResourceTransformArgs resource,
        CancellationToken cancellation = default
    )
    {
        var args = Of(resource.Type, resource.Args);
        return Task.FromResult<ResourceTransformResult?>(
            ReferenceEquals(args, resource.Args) ? null : new(args, resource.Options.WithoutDefaults())
        );
    }

    /// <summary>The arguments that an object gets in place of <paramref name="args" />; the same ones for most types.</summary>
    /// <param name="type">The object's type token.</param>
    /// <param name="args">The object's arguments as the engine hands them over.</param>
    public static ImmutableDictionary<string, object?> Of(string type, ImmutableDictionary<string, object?> args) =>
        type switch
        {
            "kubernetes:apps/v1:Deployment" => ResourceQuantities.ToStrings(
                HoldsGoneImage(args) ? WithImages(args) : args
            ),
            "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration"
            or "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration" => WithWait(args),
            _ => args,
        };

    private static bool HoldsGoneImage(object? value) =>
        value switch
        {
            GoneImage => true,
            ImmutableDictionary<string, object?> map => map.Values.Any(HoldsGoneImage),
            ImmutableArray<object?> list => list.Any(HoldsGoneImage),
            _ => false,
        };

    private static ImmutableDictionary<string, object?> WithImages(ImmutableDictionary<string, object?> map) =>
        map.ToImmutableDictionary(entry => entry.Key, entry => WithImage(entry.Value), StringComparer.Ordinal);

    private static object? WithImage(object? value) =>
        value switch
        {
            GoneImage => KeptImage,
            ImmutableDictionary<string, object?> map => WithImages(map),
            ImmutableArray<object?> list => list.Select(WithImage).ToImmutableArray(),
            _ => value,
        };

    private static ImmutableDictionary<string, object?> WithWait(ImmutableDictionary<string, object?> args)
    {
        var metadata = Map(args, "metadata");
        var annotations = Map(metadata, "annotations").SetItem(PulumiAnnotation.WaitFor, HasCertificate);
        return args.SetItem("metadata", metadata.SetItem("annotations", annotations));
    }

    private static ImmutableDictionary<string, object?> Map(ImmutableDictionary<string, object?> from, string key) =>
        from.GetValueOrDefault(key) as ImmutableDictionary<string, object?>
        ?? ImmutableDictionary<string, object?>.Empty;
}
