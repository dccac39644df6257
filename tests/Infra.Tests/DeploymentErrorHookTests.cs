using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Model;
using Infra.Resources;
using Infra.Tests.Resources.Platform;
using OfflinePreview.Recording;
using Pulumi;

namespace Infra.Tests;

[Collection(ProcessExitCode.Name)]
public sealed class DeploymentErrorHookTests
{
    private static string Stack => ManagedStack.Stack(ManagedStack.Serving("a"));

    [Fact]
    public async Task The_hook_is_bound_to_LeaderWorkerSets_and_their_smoke_tests()
    {
        var hooks = await HooksAsync(
            ManagedStack.Stack(ManagedStack.Serving("a") + ManagedStack.Serving("b")),
            () => new ErrorHook("troubleshooting", (_, _) => Task.FromResult(false))
        );

        Assert.Equal(
            [
                "Job a-smoke-test: troubleshooting",
                "Job b-smoke-test: troubleshooting",
                "LeaderWorkerSet a: troubleshooting",
                "LeaderWorkerSet b: troubleshooting",
            ],
            hooks
        );
    }

    [Theory]
    [InlineData("create", "LeaderWorkerSet", "a")]
    [InlineData("update", "LeaderWorkerSet", "a")]
    [InlineData("create", "Job", "a-smoke-test")]
    public async Task A_failed_deployment_logs_the_steps_of_its_serving_and_is_not_retried(
        string operation,
        string type,
        string name
    )
    {
        var (message, retries) = await CallAsync(Failure(operation, type, name));

        Assert.StartsWith("Serving a failed to become ready.", message, StringComparison.Ordinal);
        Assert.Contains("1. eval \"$(pulumi stack output getCredentials)\"", message, StringComparison.Ordinal);
        Assert.Contains(
            "2. kubectl logs --selector jetstream-pathways/smoke-test=a --tail -1",
            message,
            StringComparison.Ordinal
        );
        Assert.False(retries);
    }

    [Fact]
    public async Task A_failed_deletion_logs_steps_for_the_object_also_of_a_serving_that_is_no_longer_there()
    {
        var (message, retries) = await CallAsync(Failure("delete", "LeaderWorkerSet", "former"));

        Assert.StartsWith("leaderworkerset former could not be deleted.", message, StringComparison.Ordinal);
        Assert.Contains(
            "2. kubectl --namespace models get leaderworkerset former --output jsonpath=",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("--selector leaderworkerset.sigs.k8s.io/name=former", message, StringComparison.Ordinal);
        Assert.False(retries);
    }

    [Fact]
    public async Task A_smoke_test_that_cannot_be_deleted_is_found_by_the_label_of_its_Job()
    {
        var (message, _) = await CallAsync(Failure("delete", "Job", "former-smoke-test"));

        Assert.Contains("get job former-smoke-test", message, StringComparison.Ordinal);
        Assert.Contains("--selector batch.kubernetes.io/job-name=former-smoke-test", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hook_returns_after_a_delay_for_the_engine_to_print_the_steps()
    {
        var time = Stopwatch.StartNew();

        await CallAsync(Failure("create", "LeaderWorkerSet", "a"), DeploymentErrorHook.Create);

        Assert.InRange(time.ElapsedMilliseconds, 900, long.MaxValue);
    }

    [Fact]
    public async Task Without_an_engine_no_hook_is_registered() =>
        Assert.Empty(await HooksAsync(Stack, onFailure: null));

    private static ErrorHookArgs Failure(string operation, string type, string name)
    {
        var metadata = ImmutableDictionary<string, object?>.Empty.Add("name", name).Add("namespace", "models");
        var inputs = ImmutableDictionary<string, object?>.Empty.Add("metadata", metadata);
        return new("urn", "id", name, $"kubernetes:group/v1:{type}", oldInputs: inputs, failedOperation: operation);
    }

    /// <summary>Calls the hook in a run, as the engine calls it; returns what it logs as an error, and its answer.</summary>
    private static async Task<(string Message, bool Retries)> CallAsync(
        ErrorHookArgs failure,
        Func<StackModel, ErrorHook>? create = null
    )
    {
        create ??= model => DeploymentErrorHook.Create(model, TimeSpan.Zero);
        var retries = true;
        var logged = await Assert.ThrowsAsync<RecordingException>(() =>
            Recorder.RecordAsync(
                "jetstream-pathways",
                "test",
                (options, _) =>
                    new ProgramStack(
                        options,
                        async () =>
                        {
                            var hook = create(StackText.Load(Stack).StackModel!);
                            retries = await hook.Callback(failure, CancellationToken.None);
                            return new Dictionary<string, object?>(StringComparer.Ordinal);
                        }
                    )
            )
        );
        return (logged.Message, retries);
    }

    private static async Task<IEnumerable<string>> HooksAsync(string settings, Func<ErrorHook>? onFailure)
    {
        var bound = new ConcurrentBag<string>();
        var stack = StackText.Load(settings).StackModel!;
        await Recorder.RecordAsync(
            "jetstream-pathways",
            "test",
            (options, unknownValues) =>
            {
                options.ResourceTransformations.Add(args =>
                {
                    foreach (var hook in args.Options.Hooks.OnError)
                    {
                        var type = args.Resource.GetResourceType().Split(':')[^1];
                        bound.Add($"{type} {args.Resource.GetResourceName()}: {hook.Name}");
                    }

                    return null;
                });
                return new ProgramStack(
                    options,
                    () => InferenceStack.CreateAsync(stack, unknownValues.Secret, onFailure?.Invoke())
                );
            }
        );
        return bound.Order(StringComparer.Ordinal);
    }
}
