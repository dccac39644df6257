using Infra.Model.Names;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>A Job that succeeds when the cluster admits LeaderWorkerSets, with a service account that can only create those.</summary>
/// <remarks>
/// The controller's pods are ready, and its certificate is in the webhooks, before the webhooks respond. Until then they reject every
/// LeaderWorkerSet, and pulumi-kubernetes 4.32 does not retry a create that a webhook rejects. Sources: cmd/main.go of LWS,
/// provider/pkg/await of pulumi-kubernetes.
/// </remarks>
internal sealed class WebhookReadinessCheck(Resource parent, Resource release)
{
    /// <summary>The name of its objects in the controller's namespace.</summary>
    public const string Name = "webhook-check";

    /// <summary>Creates the Job and its dependencies.</summary>
    /// <param name="name">The prefix of the resources' names.</param>
    /// <param name="version">The controller's release, which is part of the Job's name, so that each release is checked.</param>
    public void Create(string name, LeaderWorkerSetVersion version)
    {
        var account = new ServiceAccount(
            $"{name}-account",
            new ServiceAccountArgs { Metadata = CreateMetadata() },
            CreateOptions()
        );
        var role = new Role($"{name}-role", CreateLwsRole(), CreateOptions());
        var binding = new RoleBinding($"{name}-binding", CreateRoleBinding(), CreateOptions(account, role));
        var manifest = new ConfigMap($"{name}-manifest", CreateManifest(), CreateOptions());
        _ = new Job($"{name}-job", WebhookReadinessJob.CreateArgs(version), CreateOptions(binding, manifest));
    }

    /// <summary>Creates the metadata of one of its objects.</summary>
    public static ObjectMetaArgs CreateMetadata(string name = Name) =>
        new() { Name = name, Namespace = LeaderWorkerSetController.Namespace };

    private static RoleArgs CreateLwsRole() =>
        new()
        {
            Metadata = CreateMetadata(),
            Rules =
            {
                new PolicyRuleArgs
                {
                    ApiGroups = { "leaderworkerset.x-k8s.io" },
                    Resources = { "leaderworkersets" },
                    Verbs = { "create" },
                },
            },
        };

    private static RoleBindingArgs CreateRoleBinding() =>
        new()
        {
            Metadata = CreateMetadata(),
            RoleRef = new RoleRefArgs
            {
                ApiGroup = "rbac.authorization.k8s.io",
                Kind = "Role",
                Name = Name,
            },
            Subjects =
            {
                new SubjectArgs
                {
                    Kind = "ServiceAccount",
                    Name = Name,
                    Namespace = LeaderWorkerSetController.Namespace,
                },
            },
        };

    private static ConfigMapArgs CreateManifest() =>
        new()
        {
            Metadata = CreateMetadata(),
            Data = { [WebhookReadinessJob.ManifestFile] = WebhookProbeManifest.Json },
        };

    private CustomResourceOptions CreateOptions(params Resource[] dependsOn) =>
        new() { Parent = parent, DependsOn = [release, .. dependsOn] };
}
