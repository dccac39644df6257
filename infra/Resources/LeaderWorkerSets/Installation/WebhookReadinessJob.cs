using Infra.Model.Names;
using Infra.Resources.Pods;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>The Job that creates the <see cref="WebhookProbeManifest" /> in a server-side dry run until it is admitted.</summary>
/// <remarks>
/// Kubernetes' image of kubectl has no shell for a loop. The kubelet retries instead: a rejected attempt fails the container, which is
/// restarted after 10 s, 20 s, 40 s and so on up to 5 minutes. Without a toleration it is never scheduled onto a TPU node. A Job that failed
/// would also fail every later deployment, so it is replaced.
/// </remarks>
internal static class WebhookReadinessJob
{
    /// <summary>The manifest's file name.</summary>
    public const string ManifestFile = "leaderworkerset.json";

    private const string Image = "registry.k8s.io/kubectl:v1.34.1";
    private const string Folder = "/trial";
    private const int Attempts = 10;
    private const int DeadlineSeconds = 540;

    /// <summary>Creates the arguments of the Job for a controller release.</summary>
    public static JobArgs CreateArgs(LeaderWorkerSetVersion version)
    {
        var metadata = WebhookReadinessCheck.CreateMetadata(
            $"{WebhookReadinessCheck.Name}-{version.Text.Replace('.', '-')}"
        );
        metadata.Annotations = new() { [PulumiAnnotation.ReplaceUnready] = "true" };
        return new()
        {
            Metadata = metadata,
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = DeadlineSeconds,
                BackoffLimit = Attempts,
                Template = new PodTemplateSpecArgs { Spec = CreatePod() },
            },
        };
    }

    private static PodSpecArgs CreatePod() =>
        new()
        {
            RestartPolicy = "OnFailure",
            ServiceAccountName = WebhookReadinessCheck.Name,
            SecurityContext = RestrictedSecurityContext.CreatePodContext(),
            Containers = { CreateContainer() },
            Volumes =
            {
                new VolumeArgs
                {
                    Name = "trial",
                    ConfigMap = new ConfigMapVolumeSourceArgs { Name = WebhookReadinessCheck.Name },
                },
            },
        };

    private static ContainerArgs CreateContainer() =>
        new()
        {
            Name = "kubectl",
            Image = Image,
            Args = { "create", "--dry-run=server", "--validate=ignore", $"--filename={Folder}/{ManifestFile}" },
            VolumeMounts =
            {
                new VolumeMountArgs
                {
                    Name = "trial",
                    MountPath = Folder,
                    ReadOnly = true,
                },
            },
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "50m", ["memory"] = "64Mi" },
                Limits = { ["memory"] = "256Mi" },
            },
            SecurityContext = RestrictedSecurityContext.CreateContainerContext(),
            TerminationMessagePolicy = "FallbackToLogsOnError",
        };
}
