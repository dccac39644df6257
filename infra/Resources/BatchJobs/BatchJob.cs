using System.Globalization;
using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Infra.Resources.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.BatchJobs;

/// <summary>Creates the Job that sends a file of prompts to a serving.</summary>
/// <remarks>
/// The client stores its progress in the output folder, so that every attempt resumes where the last one stopped. Attempts that Kubernetes
/// ends, for example to drain a node, do not count; a permanent error fails the Job.
/// </remarks>
internal sealed class BatchJob(Serving serving, Batch batch)
{
    private const string ContainerName = "batch";
    private const string ClientFolder = "/batch";

    /// <summary>The working directory: the SDK compiles into the home directory, and .NET keeps its locks in <c>/tmp</c>.</summary>
    private const string WorkFolder = "/tmp";

    private const int Attempts = 20;

    /// <summary>The client uploads its results within 20 seconds.</summary>
    private const int GraceSeconds = 60;

    /// <summary>The client's exit codes for invalid options and for an output folder of another batch.</summary>
    private static readonly int[] NonRetryableExitCodes = [2, 4];

    /// <summary>The Job's name.</summary>
    public string Name => field ??= JobName.Create(serving, "batch", Spec);

    private JobSpecArgs Spec => field ??= CreateSpec();

    private string[] Command =>
        [
            "dotnet",
            "run",
            $"{ClientFolder}/{BatchClient.File}",
            "--",
            "--input",
            batch.Input.Text,
            "--output",
            batch.Output.Text,
            "--endpoint",
            serving.Address,
            "--concurrency",
            batch.GetConcurrency(serving).ToString(CultureInfo.InvariantCulture),
            "--max-tokens",
            batch.MaxTokens.ToString(CultureInfo.InvariantCulture),
        ];

    private InputMap<string> Labels => new() { [Batch.Label] = serving.Name };

    /// <summary>The name of the client's ConfigMap.</summary>
    public static string ClientConfigMapName(Serving serving) => $"{serving.Name}-batch";

    /// <summary>Creates the arguments of the Job.</summary>
    public JobArgs CreateArgs() => new() { Metadata = CreateMetadata(), Spec = Spec };

    private JobSpecArgs CreateSpec() =>
        new()
        {
            BackoffLimit = Attempts,
            PodReplacementPolicy = "Failed",
            PodFailurePolicy = new PodFailurePolicyArgs
            {
                Rules = { ClientPod.IgnoreDisruptionTarget(), FailJobOnPermanentError() },
            },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = Labels },
                Spec = CreatePod(),
            },
        };

    private ObjectMetaArgs CreateMetadata()
    {
        var metadata = ObjectMetadata.Create(serving, Name, new() { [PulumiAnnotation.SkipAwait] = "true" });
        metadata.Labels = Labels;
        return metadata;
    }

    private static PodFailurePolicyRuleArgs FailJobOnPermanentError() =>
        new()
        {
            Action = "FailJob",
            OnExitCodes = new PodFailurePolicyOnExitCodesRequirementArgs
            {
                ContainerName = ContainerName,
                Operator = "In",
                Values = NonRetryableExitCodes,
            },
        };

    private PodSpecArgs CreatePod()
    {
        var pod = ClientPod.Create(CreateContainer());
        pod.ServiceAccountName = batch.GetAccount(serving);
        pod.TerminationGracePeriodSeconds = GraceSeconds;
        pod.Volumes.Add(
            new VolumeArgs
            {
                Name = "client",
                ConfigMap = new ConfigMapVolumeSourceArgs { Name = ClientConfigMapName(serving) },
            }
        );
        pod.Volumes.Add(
            new VolumeArgs
            {
                Name = "work",
                EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = "1Gi" },
            }
        );
        return pod;
    }

    private ContainerArgs CreateContainer() =>
        new()
        {
            Name = ContainerName,
            Image = batch.Image,
            Command = Command,
            Env =
            {
                ContainerFactory.CreateVariable("HOME", WorkFolder),
                ContainerFactory.CreateVariable("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
                ContainerFactory.CreateVariable("DOTNET_NOLOGO", "1"),
                ContainerFactory.CreateVariable("DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK", "1"),
            },
            VolumeMounts =
            {
                new VolumeMountArgs
                {
                    Name = "client",
                    MountPath = ClientFolder,
                    ReadOnly = true,
                },
                new VolumeMountArgs { Name = "work", MountPath = WorkFolder },
            },
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "500m", ["memory"] = "1Gi" },
                Limits = { ["memory"] = "2Gi" },
            },
        };
}
