using System.Collections.Immutable;
using Infra.Resources.LeaderWorkerSets.Installation;
using Pulumi;

namespace Infra.Tests.Resources.LeaderWorkerSets.Installation;

public sealed class ReleaseManifestTransformTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Sidecar = "spec.template.spec.containers.0.image";

    [Fact]
    public void The_sidecar_of_an_old_release_is_pulled_from_an_existing_registry()
    {
        var changed = ReleaseManifestTransform.TransformArgs(
            Deployment,
            Controller("gcr.io/kubebuilder/kube-rbac-proxy:v0.15.0")
        );

        Assert.Equal("registry.k8s.io/kubebuilder/kube-rbac-proxy:v0.15.0", At(changed, Sidecar));
        Assert.Equal("registry.k8s.io/lws/lws:v0.4.0", At(changed, "spec.template.spec.containers.1.image"));
        Assert.Equal(2.0, At(changed, "spec.replicas"));
    }

    [Fact]
    public void Other_images_are_not_replaced() =>
        Assert.Equal(
            "gcr.io/kubebuilder/kube-rbac-proxy:v0.16.0",
            At(
                ReleaseManifestTransform.TransformArgs(
                    Deployment,
                    Controller("gcr.io/kubebuilder/kube-rbac-proxy:v0.16.0")
                ),
                Sidecar
            )
        );

    [Theory]
    [InlineData("kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration")]
    [InlineData("kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration")]
    public void The_engine_waits_until_webhooks_have_a_certificate(string type)
    {
        var changed = ReleaseManifestTransform.TransformArgs(
            type,
            Map(("metadata", Map(("name", "lws-webhooks"))), ("webhooks", List()))
        );

        Assert.Equal(
            "jsonpath={.webhooks[*].clientConfig.caBundle}",
            At(changed, "metadata.annotations.pulumi$com/waitFor")
        );
        Assert.Equal("lws-webhooks", At(changed, "metadata.name"));
    }

    [Fact]
    public void Annotations_of_a_webhook_are_preserved()
    {
        var metadata = Map(("annotations", Map(("owner", "me"))));

        var changed = ReleaseManifestTransform.TransformArgs(
            "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration",
            Map(("metadata", metadata))
        );

        Assert.Equal("me", At(changed, "metadata.annotations.owner"));
    }

    [Fact]
    public void Objects_of_other_kinds_are_unchanged()
    {
        var args = Map(("data", Map(("image", "gcr.io/kubebuilder/kube-rbac-proxy:v0.15.0"))));

        Assert.Same(args, ReleaseManifestTransform.TransformArgs("kubernetes:core/v1:ConfigMap", args));
    }

    [Fact]
    public async Task The_engine_gets_the_changed_arguments_and_the_same_options()
    {
        var options = new CustomResourceOptions();
        var resource = new ResourceTransformArgs(
            "lws",
            Deployment,
            custom: true,
            Controller("gcr.io/kubebuilder/kube-rbac-proxy:v0.15.0"),
            options
        );

        var result = await ReleaseManifestTransform.ApplyAsync(resource);

        Assert.StartsWith("registry.k8s.io/", (string?)At(result!.Value.Args, Sidecar), StringComparison.Ordinal);
        Assert.Same(options, result.Value.Options);
    }

    [Fact]
    public async Task An_unchanged_object_is_not_transformed() =>
        Assert.Null(
            await ReleaseManifestTransform.ApplyAsync(
                new("lws", "kubernetes:core/v1:ConfigMap", custom: true, Map(), new CustomResourceOptions())
            )
        );

    [Fact]
    public async Task A_Deployment_without_the_retired_image_is_not_transformed() =>
        Assert.Null(
            await ReleaseManifestTransform.ApplyAsync(
                new(
                    "lws",
                    Deployment,
                    custom: true,
                    Controller("registry.k8s.io/lws/lws:v0.10.0"),
                    new CustomResourceOptions()
                )
            )
        );

    [Fact]
    public void Quantities_that_are_numbers_become_strings()
    {
        var changed = ReleaseManifestTransform.TransformArgs(
            Deployment,
            WithResources(Map(("cpu", 1.0), ("memory", "1Gi")), Map(("cpu", 0.5)))
        );

        Assert.Equal("1", At(changed, "spec.template.spec.containers.0.resources.requests.cpu"));
        Assert.Equal("1Gi", At(changed, "spec.template.spec.containers.0.resources.requests.memory"));
        Assert.Equal("0.5", At(changed, "spec.template.spec.containers.0.resources.limits.cpu"));
        Assert.Equal(2.0, At(changed, "spec.replicas"));
    }

    [Fact]
    public void A_Deployment_with_string_quantities_is_unchanged()
    {
        var args = WithResources(Map(("cpu", "500m")), Map());

        Assert.Same(args, ReleaseManifestTransform.TransformArgs(Deployment, args));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, true)]
    public async Task An_unset_DeleteBeforeReplace_stays_unset(bool received, bool? returned)
    {
        var resource = new ResourceTransformArgs(
            "lws",
            "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration",
            custom: true,
            Map(),
            new CustomResourceOptions { DeleteBeforeReplace = received }
        );

        var result = await ReleaseManifestTransform.ApplyAsync(resource);

        Assert.Equal(returned, ((CustomResourceOptions)result!.Value.Options).DeleteBeforeReplace);
    }

    private static ImmutableDictionary<string, object?> Controller(string sidecar)
    {
        var containers = List(
            Map(("name", "kube-rbac-proxy"), ("image", sidecar)),
            Map(("name", "manager"), ("image", "registry.k8s.io/lws/lws:v0.4.0"))
        );
        var pod = Map(("spec", Map(("containers", containers))));
        return Map(("spec", Map(("replicas", 2.0), ("template", pod))));
    }

    private static ImmutableDictionary<string, object?> WithResources(object requests, object limits)
    {
        var containers = List(Map(("name", "manager"), ("resources", Map(("requests", requests), ("limits", limits)))));
        return Map(("spec", Map(("replicas", 2.0), ("template", Map(("spec", Map(("containers", containers))))))));
    }

    private static ImmutableDictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static ImmutableArray<object?> List(params object?[] items) => [.. items];

    // A dollar sign stands for a dot within a key.
    private static object? At(ImmutableDictionary<string, object?> args, string path) =>
        path.Split('.')
            .Aggregate(
                (object?)args,
                (value, step) =>
                    value switch
                    {
                        ImmutableDictionary<string, object?> map => map.GetValueOrDefault(step.Replace('$', '.')),
                        ImmutableArray<object?> list => list[int.Parse(step)],
                        _ => null,
                    }
            );
}
