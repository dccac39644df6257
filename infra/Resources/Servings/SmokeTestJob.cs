using Infra.Model;
using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Servings;

/// <summary>Creates the Job that sends one prompt to a serving and fails unless it gets a response.</summary>
/// <remarks>
/// The pod template contains the revision of the serving and is immutable. The name contains a digest of it, so that a changed serving gets
/// a new Job, from Pulumi and from <c>kubectl apply</c>. A failed Job is replaced by the next update and would otherwise fail every later one. A completed Job is kept: Pulumi would create it again.
/// The Job waits for the model as long as it may take to load, even if the groups were ready before: replaced slices load it again, and
/// nothing else waits for that. The script times out before the Job, and the Job before Pulumi, so that the reason is always reported.
/// </remarks>
internal sealed class SmokeTestJob
{
    /// <summary>The time to schedule the pod and to pull an image of some tens of megabytes.</summary>
    private static readonly TimeSpan SchedulingAllowance = TimeSpan.FromMinutes(10);

    /// <summary>The label of the Job and its pod, with the serving's name.</summary>
    public const string Label = "jetstream-pathways/smoke-test";

    private readonly Serving _serving;
    private readonly SmokeTest _test;
    private readonly string _address;
    private readonly TimeSpan _readyTimeout;

    /// <summary>Creates the Job of a serving.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="test">The smoke test.</param>
    /// <param name="isReady">Whether all ready pods are of the current revision.</param>
    public SmokeTestJob(Serving serving, SmokeTest test, bool isReady)
    {
        (_serving, _test) = (serving, test);
        _address = serving.GetAddress(isReady ? serving.ServiceName : serving.SmokeTestServiceName);
        _readyTimeout = new ServingTimeouts(serving).Create;
    }

    private static string Script { get; } = EmbeddedText.Read("smoke-test.py");

    /// <summary>Creates the arguments of the Job.</summary>
    public JobArgs CreateArgs()
    {
        var spec = CreateSpec();
        var name = JobName.Create(_serving, "smoke-test", spec);
        var metadata = ObjectMetadata.Create(_serving, name, new() { [PulumiAnnotation.ReplaceUnready] = "true" });
        metadata.Labels = Labels;
        return new() { Metadata = metadata, Spec = spec };
    }

    /// <summary>The timeout of Pulumi.</summary>
    public CustomTimeouts Timeouts => new() { Create = Deadline + SchedulingAllowance };

    private TimeSpan Deadline => SchedulingAllowance + _readyTimeout + _test.Timeout;

    private InputMap<string> Labels => new() { [Label] = _serving.Name };

    private JobSpecArgs CreateSpec() =>
        new()
        {
            ActiveDeadlineSeconds = (int)Deadline.TotalSeconds,
            BackoffLimit = 0,
            PodFailurePolicy = new PodFailurePolicyArgs { Rules = { ClientPod.IgnoreDisruptionTarget() } },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs
                {
                    Labels = Labels,
                    Annotations = { [ServingRevision.Label] = ServingRevision.ComputeForDeployment(_serving) },
                },
                Spec = CreatePod(),
            },
        };

    private PodSpecArgs CreatePod()
    {
        var pod = ClientPod.Create(CreateContainer());
        pod.TerminationGracePeriodSeconds = 1;
        return pod;
    }

    private ContainerArgs CreateContainer() =>
        new()
        {
            Name = "smoke-test",
            Image = _test.Image,
            Command = { "python3", "-c" },
            Args = { EscapeReferences(Script) },
            Env =
            {
                ContainerFactory.CreateVariable("SERVING", _address),
                ContainerFactory.CreateVariable("PROMPT", EscapeReferences(_test.Prompt)),
                ContainerFactory.CreateVariable("MAX_TOKENS", $"{_test.MaxTokens}"),
                ContainerFactory.CreateVariable("READY_TIMEOUT_SECONDS", $"{_readyTimeout.TotalSeconds}"),
                ContainerFactory.CreateVariable("RESPONSE_TIMEOUT_SECONDS", $"{_test.Timeout.TotalSeconds}"),
            },
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "50m", ["memory"] = "64Mi" },
                Limits = { ["memory"] = "128Mi" },
            },
        };

    /// <summary>Escapes references to variables, <c>$(NAME)</c>, which Kubernetes would expand: two dollars stand for one.</summary>
    private static string EscapeReferences(string text) => text.Replace("$", "$$", StringComparison.Ordinal);
}
