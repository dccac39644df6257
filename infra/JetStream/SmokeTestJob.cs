using Infra.LeaderWorkerSets;
using Infra.Settings.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.JetStream;

/// <summary>The Job that sends a serving one prompt and fails unless it is answered.</summary>
/// <remarks>
/// A Job's pod cannot be changed, so that a serving that changed, whose revision stands in it, has the Job replaced: it runs again. One that
/// failed is replaced by the next update, and would fail every later one otherwise. Nothing deletes it once it is done, since Pulumi would
/// make it anew. The script gives up before Kubernetes ends the Job, and that before Pulumi gives up, so that the reason is always told.
/// </remarks>
internal static class SmokeTestJob
{
    private const string ScriptName = "smoke-test.py";

    /// <summary>For scheduling, and for pulling an image of some tens of megabytes.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(10);

    private static string Script { get; } = ReadScript();

    /// <summary>The Job.</summary>
    /// <param name="serving">What is asked.</param>
    /// <param name="test">What it is asked.</param>
    /// <param name="address">Where it answers.</param>
    public static JobArgs Of(Serving serving, SmokeTest test, string address) =>
        new()
        {
            Metadata = ObjectMetadata.Of(
                serving,
                serving.SmokeTestName,
                new() { [PulumiAnnotation.ReplaceUnready] = "true" }
            ),
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = (int)Deadline(serving, test).TotalSeconds,
                BackoffLimit = 0,
                PodFailurePolicy = new PodFailurePolicyArgs { Rules = { ClientPod.OnceMoreAfterADisruption() } },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs
                    {
                        Annotations = { [ServingRevision.Label] = ServingRevision.OfDeployment(serving) },
                    },
                    Spec = Pod(Container(serving, test, address)),
                },
            },
        };

    /// <summary>How long Pulumi waits for the Job.</summary>
    public static CustomTimeouts Timeouts(Serving serving, SmokeTest test) =>
        new() { Create = Deadline(serving, test) + Start };

    /// <summary>
    /// A server may have to become ready first: pods also start anew without a change of their LeaderWorkerSet, when their nodes are
    /// replaced, and where nobody waited for them.
    /// </summary>
    private static TimeSpan Deadline(Serving serving, SmokeTest test) =>
        Start + new ServingPatience(serving).Create + test.Timeout;

    private static PodSpecArgs Pod(ContainerArgs container)
    {
        var pod = ClientPod.Of(container);
        pod.TerminationGracePeriodSeconds = 1;
        return pod;
    }

    private static ContainerArgs Container(Serving serving, SmokeTest test, string address) =>
        new()
        {
            Name = "smoke-test",
            Image = test.Image,
            Command = { "python3", "-c" },
            Args = { Literally(Script) },
            Env =
            {
                ContainerParts.Variable("SERVING", address),
                ContainerParts.Variable("PROMPT", Literally(test.Prompt)),
                ContainerParts.Variable("MAX_TOKENS", $"{test.MaxTokens}"),
                ContainerParts.Variable("READY_SECONDS", $"{new ServingPatience(serving).Create.TotalSeconds}"),
                ContainerParts.Variable("ANSWER_SECONDS", $"{test.Timeout.TotalSeconds}"),
            },
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "50m", ["memory"] = "64Mi" },
                Limits = { ["memory"] = "128Mi" },
            },
            TerminationMessagePolicy = "FallbackToLogsOnError",
        };

    /// <summary>Kubernetes puts variables in place of <c>$(NAME)</c> in arguments and values; two dollars stand for one.</summary>
    private static string Literally(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    private static string ReadScript()
    {
        using var stream = typeof(SmokeTestJob).Assembly.GetManifestResourceStream(ScriptName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
