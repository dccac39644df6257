using Infra.Model.Names;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>A Job that succeeds once the cluster admits LeaderWorkerSets, with an account that can do nothing else.</summary>
/// <remarks>
/// The controller's pods count as ready, and its certificate stands in the webhooks, before these answer; until then they refuse every
/// LeaderWorkerSet, and pulumi-kubernetes 4.32 does not repeat a create that a webhook refuses. Sources: cmd/main.go of LWS,
/// provider/pkg/await of pulumi-kubernetes.
/// </remarks>
internal sealed class WebhookReadinessCheck(Resource parent, Resource release)
{
    /// <summary>Names the gate's objects in the controller's namespace.</summary>
    public const string Name = "admission-gate";

    /// <summary>Declares the Job and what it needs.</summary>
    /// <param name="name">Starts the names of the resources.</param>
    /// <param name="version">The controller's release. It is part of the Job's name, so that another release is tried anew.</param>
    public void Create(string name, LeaderWorkerSetVersion version)
    {
        var account = new ServiceAccount(
            $"{name}-account",
            new ServiceAccountArgs { Metadata = CreateMetadata() },
            CreateOptions()
        );
        var role = new Role($"{name}-role", CreateLwsRole(), CreateOptions());
        var binding = new RoleBinding($"{name}-binding", CreateRoleBinding(), CreateOptions(account, role));
        var manifest = new ConfigMap($"{name}-trial", CreateManifest(), CreateOptions());
        _ = new Job($"{name}-job", WebhookReadinessJob.CreateArgs(version), CreateOptions(binding, manifest));
    }

    /// <summary>The metadata of one of the gate's objects.</summary>
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
