using System.Collections.Concurrent;
using Infra.JetStream;
using Infra.Preview.Recording;
using Infra.Settings.Servings;
using Infra.Tests.Platform;
using Pulumi;

namespace Infra.Tests.JetStream;

public sealed class FailureAdviceTests
{
    [Fact]
    public void The_steps_go_from_the_pods_to_the_front_with_the_names_of_the_serving()
    {
        var looks = FailureAdvice.Steps(Serving("namespace: models")).Select(step => step.Look).ToList();

        Assert.Equal(
            [
                "kubectl --namespace models logs job/a-smoke-test",
                "kubectl --namespace models get pods --selector leaderworkerset.sigs.k8s.io/name=a --output wide",
                "kubectl --namespace models describe pod a-0",
                "kubectl --namespace models get events --sort-by .lastTimestamp",
                "kubectl --namespace models logs a-0 --container jax-tpu (--previous after a restart)",
                "kubectl --namespace models logs a-0 --container pathways-rm, then pathways-proxy, then a-0-1",
                "kubectl --namespace models logs a-0 --container jetstream-http",
            ],
            looks
        );
    }

    [Fact]
    public void Without_a_smoke_test_and_a_namespace_neither_is_named()
    {
        var text = FailureAdvice.For(Serving("smokeTest: { enabled: false }"));

        Assert.DoesNotContain("smoke", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--namespace", text, StringComparison.Ordinal);
        Assert.Contains("\n  1. kubectl get pods --selector", text, StringComparison.Ordinal);
        Assert.Contains("\n  6. kubectl logs a-0 --container jetstream-http", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engine_is_asked_to_tell_it_when_groups_or_their_smoke_test_fail()
    {
        var hooks = await HooksAsync(
            Managed.Stack(Managed.Serving("a") + Managed.Serving("b")),
            serving => new ErrorHook($"{serving.Name}-advice", (_, _) => Task.FromResult(false))
        );

        Assert.Equal(
            [
                "Job a-smoke-test: a-advice",
                "Job b-smoke-test: b-advice",
                "LeaderWorkerSet a: a-advice",
                "LeaderWorkerSet b: b-advice",
            ],
            hooks
        );
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    public async Task It_is_told_as_an_error_and_nothing_is_tried_again(string operation)
    {
        Task<bool>? retries = null;

        var told = await Assert.ThrowsAsync<RecordingException>(() =>
            HooksAsync(Managed.Stack(Managed.Serving("a")), serving => Failing(serving, operation, out retries))
        );

        Assert.Contains("1. kubectl logs job/a-smoke-test", told.Message, StringComparison.Ordinal);
        Assert.False(await retries!);
    }

    [Fact]
    public async Task A_removal_that_fails_is_left_to_its_own_words()
    {
        Task<bool>? retries = null;

        await HooksAsync(Managed.Stack(Managed.Serving("a")), serving => Failing(serving, "delete", out retries));

        Assert.False(await retries!);
    }

    [Fact]
    public async Task Without_an_engine_nobody_is_asked() =>
        Assert.Empty(await HooksAsync(Managed.Stack(Managed.Serving("a")), onFailure: null));

    /// <summary>The hook that the engine gets, called as the engine calls it.</summary>
    private static ErrorHook Failing(Serving serving, string operation, out Task<bool> retries)
    {
        var hook = FailureHook.Of(serving);
        retries = hook.Callback(new ErrorHookArgs("urn", "id", serving.Name, "type", failedOperation: operation));
        return hook;
    }

    private static async Task<IEnumerable<string>> HooksAsync(string stack, Func<Serving, ErrorHook>? onFailure)
    {
        var bound = new ConcurrentBag<string>();
        var blueprint = StackText.Load(stack).Blueprint!;
        await Recorder.RecordAsync(
            "jetstream-pathways",
            "test",
            (options, placeholders) =>
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
                return new InferenceStack(blueprint, placeholders.Secret, options, onFailure);
            }
        );
        return bound.Order(StringComparer.Ordinal);
    }

    private static Serving Serving(string settings) =>
        Assert.Single(StackText.Load(Managed.Stack(Managed.Serving("a", settings))).Blueprint!.Servings);
}
