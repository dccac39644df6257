using Infra.Model;
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
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(10);

    private readonly Serving _serving;
    private readonly SmokeTest _test;
    private readonly string _address;
    private readonly TimeSpan _wait;

    /// <summary>A Job for a serving.</summary>
    /// <param name="serving">What is asked.</param>
    /// <param name="test">What it is asked.</param>
    /// <param name="isReady">Whether the pods that answer clients are known to be the newest.</param>
    public SmokeTestJob(Serving serving, SmokeTest test, bool isReady)
    {
        (_serving, _test) = (serving, test);
        _address = serving.AddressOf(isReady ? serving.ServiceName : serving.SmokeTestName);
        _wait = new ServingPatience(serving).Create;
    }

    private static string Script { get; } = EmbeddedText.Of("smoke-test.py");

    /// <summary>The Job.</summary>
    public JobArgs Job =>
        new()
        {
            Metadata = ObjectMetadata.Of(
                _serving,
                _serving.SmokeTestName,
                new() { [PulumiAnnotation.ReplaceUnready] = "true" }
            ),
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = (int)Deadline.TotalSeconds,
                BackoffLimit = 0,
                PodFailurePolicy = new PodFailurePolicyArgs { Rules = { ClientPod.OnceMoreAfterADisruption() } },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs
                    {
                        Annotations = { [ServingRevision.Label] = ServingRevision.OfDeployment(_serving) },
                    },
                    Spec = Pod(),
                },
            },
        };

    /// <summary>How long Pulumi waits for it.</summary>
    public CustomTimeouts Timeouts => new() { Create = Deadline + Start };

    private TimeSpan Deadline => Start + _wait + _test.Timeout;

    private PodSpecArgs Pod()
    {
        var pod = ClientPod.Of(Container());
        pod.TerminationGracePeriodSeconds = 1;
        return pod;
    }

    private ContainerArgs Container() =>
        new()
        {
            Name = "smoke-test",
            Image = _test.Image,
            Command = { "python3", "-c" },
            Args = { Literally(Script) },
            Env =
            {
                ContainerParts.Variable("SERVING", _address),
                ContainerParts.Variable("PROMPT", Literally(_test.Prompt)),
                ContainerParts.Variable("MAX_TOKENS", $"{_test.MaxTokens}"),
                ContainerParts.Variable("READY_SECONDS", $"{_wait.TotalSeconds}"),
                ContainerParts.Variable("ANSWER_SECONDS", $"{_test.Timeout.TotalSeconds}"),
            },
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "50m", ["memory"] = "64Mi" },
                Limits = { ["memory"] = "128Mi" },
            },
        };

    /// <summary>Kubernetes puts variables in place of <c>$(NAME)</c> in arguments and values; two dollars stand for one.</summary>
    private static string Literally(string text) => text.Replace("$", "$$", StringComparison.Ordinal);
}
