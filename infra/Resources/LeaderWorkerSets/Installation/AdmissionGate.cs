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
internal sealed class AdmissionGate(Resource parent, Resource release)
{
    /// <summary>Names the gate's objects in the controller's namespace.</summary>
    public const string Name = "admission-gate";

    /// <summary>Declares the Job and what it needs.</summary>
    /// <param name="name">Starts the names of the resources.</param>
    /// <param name="version">The controller's release. It is part of the Job's name, so that another release is tried anew.</param>
    public void Declare(string name, LeaderWorkerSetVersion version)
    {
        var account = new ServiceAccount(
            $"{name}-account",
            new ServiceAccountArgs { Metadata = Metadata() },
            Options()
        );
        var role = new Role($"{name}-role", MayCreate(), Options());
        var binding = new RoleBinding($"{name}-binding", Binding(), Options(account, role));
        var trial = new ConfigMap($"{name}-trial", Trial(), Options());
        _ = new Job($"{name}-job", AdmissionJob.Of(version), Options(binding, trial));
    }

    /// <summary>The metadata of one of the gate's objects.</summary>
    public static ObjectMetaArgs Metadata(string name = Name) =>
        new() { Name = name, Namespace = LeaderWorkerSetController.Namespace };

    private static RoleArgs MayCreate() =>
        new()
        {
            Metadata = Metadata(),
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

    private static RoleBindingArgs Binding() =>
        new()
        {
            Metadata = Metadata(),
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

    private static ConfigMapArgs Trial() =>
        new() { Metadata = Metadata(), Data = { [AdmissionJob.TrialFile] = AdmissionTrial.Manifest } };

    private CustomResourceOptions Options(params Resource[] dependsOn) =>
        new() { Parent = parent, DependsOn = [release, .. dependsOn] };
}
