using System.Globalization;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Infra.Resources.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.BatchJobs;

/// <summary>The Job that sends a file of prompts to a serving.</summary>
/// <remarks>
/// What the client has done lies in its output folder, so that any attempt goes on where the one before stopped, whatever that died of.
/// An attempt that Kubernetes itself ends, to empty a node, does not count; one that no repetition can mend is the last.
/// </remarks>
internal sealed class BatchJob(Serving serving, Batch batch)
{
    private const string Container = "batch";
    private const string ClientFolder = "/batch";

    /// <summary>Where the client is compiled: the SDK keeps what it writes in the home folder, and .NET its locks in <c>/tmp</c>.</summary>
    private const string WorkFolder = "/tmp";

    private const int LongestName = 63;
    private const int DigestLength = 8;
    private const int Attempts = 20;

    /// <summary>The client uploads what was answered within 20 seconds.</summary>
    private const int GraceSeconds = 60;

    /// <summary>The client's exit codes for wrong options, and for an output folder that belongs to something else.</summary>
    private static readonly int[] Hopeless = [2, 4];

    /// <summary>The Job's name. It follows from what the Job does: Kubernetes does not let a Job's pod be changed.</summary>
    public string Name => GoogleName.Create(serving.Name, LongestName, $"-batch-{Digest()}");

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
            batch.ConcurrencyOf(serving).ToString(CultureInfo.InvariantCulture),
            "--max-tokens",
            batch.MaxTokens.ToString(CultureInfo.InvariantCulture),
        ];

    private InputMap<string> Labels => new() { [Batch.Label] = serving.Name };

    /// <summary>The name of the ConfigMap with the client.</summary>
    public static string ClientName(Serving serving) => $"{serving.Name}-batch";

    /// <summary>The Job.</summary>
    public JobArgs Arguments() =>
        new()
        {
            Metadata = Metadata(),
            Spec = new JobSpecArgs
            {
                BackoffLimit = Attempts,
                PodReplacementPolicy = "Failed",
                PodFailurePolicy = new PodFailurePolicyArgs
                {
                    Rules = { ClientPod.OnceMoreAfterADisruption(), NeverAgainWithoutHope() },
                },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = Labels },
                    Spec = Pod(),
                },
            },
        };

    private ObjectMetaArgs Metadata()
    {
        var metadata = ObjectMetadata.Of(serving, Name, new() { [PulumiAnnotation.SkipAwait] = "true" });
        metadata.Labels = Labels;
        return metadata;
    }

    private static PodFailurePolicyRuleArgs NeverAgainWithoutHope() =>
        new()
        {
            Action = "FailJob",
            OnExitCodes = new PodFailurePolicyOnExitCodesRequirementArgs
            {
                ContainerName = Container,
                Operator = "In",
                Values = Hopeless,
            },
        };

    private PodSpecArgs Pod()
    {
        var pod = ClientPod.Of(Client());
        pod.ServiceAccountName = batch.AccountOf(serving);
        pod.TerminationGracePeriodSeconds = GraceSeconds;
        pod.Volumes.Add(
            new VolumeArgs
            {
                Name = "client",
                ConfigMap = new ConfigMapVolumeSourceArgs { Name = ClientName(serving) },
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

    private ContainerArgs Client() =>
        new()
        {
            Name = Container,
            Image = batch.Image,
            Command = Command,
            Env =
            {
                ContainerParts.Variable("HOME", WorkFolder),
                ContainerParts.Variable("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
                ContainerParts.Variable("DOTNET_NOLOGO", "1"),
                ContainerParts.Variable("DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK", "1"),
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

    private string Digest() =>
        ShortHash.Compute(string.Join('\n', [.. Command, batch.Image, batch.AccountOf(serving)]), DigestLength);
}
