using Infra.JetStream;
using Infra.Settings.Servings;
using Pulumi;

namespace Infra;

/// <summary>Has the engine tell what to look at when a serving cannot be deployed.</summary>
/// <remarks>The hooks of errors are called for every failed operation from version 3.244 of the Pulumi CLI, which <c>Pulumi.yaml</c> requires.</remarks>
public static class FailureHook
{
    /// <summary>The hook of a serving.</summary>
    public static ErrorHook Of(Serving serving) =>
        new($"{serving.Name}-advice", (failure, _) => Task.FromResult(Tell(failure, serving)));

    /// <summary>Tells what to look at, unless a removal failed, or a preview. Nothing is tried once more: the time for that is over.</summary>
    private static bool Tell(ErrorHookArgs failure, Serving serving)
    {
        if (failure.FailedOperation is "create" or "update" && !Deployment.Instance.IsDryRun)
        {
            Log.Error(FailureAdvice.For(serving));
        }

        return false;
    }
}
