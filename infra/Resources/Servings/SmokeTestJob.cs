using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Servings;

/// <summary>The Job that sends a serving one prompt and fails unless it is answered.</summary>
/// <remarks>
/// A Job's pod cannot be changed, so that a serving that changed, whose revision stands in it, has the Job replaced: it runs again. One that
/// failed is replaced by the next update, and would fail every later one otherwise. Nothing deletes it once it is done, since Pulumi would
/// make it anew. It waits as long as the model may take to load, also where the groups were ready already: those whose slices are replaced
/// load it again, and nobody else waits for that. The script gives up before Kubernetes ends the Job, and that before Pulumi gives up, so that the reason is always told.
/// </remarks>
internal sealed class SmokeTestJob
{
    /// <summary>For scheduling, and for pulling an image of some tens of megabytes.</summary>
    private static readonly TimeSpan SchedulingAllowance = TimeSpan.FromMinutes(10);

    private readonly Serving _serving;
    private readonly SmokeTest _test;
    private readonly string _address;
    private readonly TimeSpan _readyTimeout;

    /// <summary>A Job for a serving.</summary>
    /// <param name="serving">What is asked.</param>
    /// <param name="test">What it is asked.</param>
    /// <param name="isReady">Whether the pods that answer clients are known to be the newest.</param>
    public SmokeTestJob(Serving serving, SmokeTest test, bool isReady)
    {
        (_serving, _test) = (serving, test);
        _address = serving.AddressOf(isReady ? serving.ServiceName : serving.SmokeTestName);
        _readyTimeout = new ServingPatience(serving).Create;
    }

    private static string Script { get; } = EmbeddedText.Read("smoke-test.py");

    /// <summary>The Job.</summary>
    public JobArgs Args =>
        new()
        {
            Metadata = ObjectMetadata.Create(
                _serving,
                _serving.SmokeTestName,
                new() { [PulumiAnnotation.ReplaceUnready] = "true" }
            ),
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = (int)Deadline.TotalSeconds,
                BackoffLimit = 0,
                PodFailurePolicy = new PodFailurePolicyArgs { Rules = { ClientPod.IgnoreDisruptionTarget() } },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs
                    {
                        Annotations = { [ServingRevision.Label] = ServingRevision.OfDeployment(_serving) },
                    },
                    Spec = CreatePod(),
                },
            },
        };

    /// <summary>How long Pulumi waits for it.</summary>
    public CustomTimeouts Timeouts => new() { Create = Deadline + SchedulingAllowance };

    private TimeSpan Deadline => SchedulingAllowance + _readyTimeout + _test.Timeout;

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

    /// <summary>Kubernetes puts variables in place of <c>$(NAME)</c> in arguments and values; two dollars stand for one.</summary>
    private static string EscapeReferences(string text) => text.Replace("$", "$$", StringComparison.Ordinal);
}
