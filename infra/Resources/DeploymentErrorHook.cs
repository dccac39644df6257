using Infra.Model;
using Infra.Model.Servings;
using Infra.Resources.Platform;
using Infra.Resources.Servings;
using Pulumi;

namespace Infra.Resources;

/// <summary>Logs troubleshooting steps when the engine fails to create, update or delete a part of a serving.</summary>
/// <remarks>
/// One hook serves all servings, so that the engine also has it when it deletes servings that were removed from the settings. The engine
/// calls error hooks for every failed operation since version 3.244 of the Pulumi CLI, which <c>Pulumi.yaml</c> requires.
/// </remarks>
public static class DeploymentErrorHook
{
    /// <summary>The hook's name, which the state of a resource refers to.</summary>
    private const string Name = "serving-troubleshooting";

    /// <summary>
    /// The time for the engine to print the steps before the error of the operation. The SDK has no awaitable log function.
    /// </summary>
    private static readonly TimeSpan DeliveryTime = TimeSpan.FromSeconds(1);

    /// <summary>Creates the hook of a stack.</summary>
    public static ErrorHook Create(StackModel stack) => Create(stack, DeliveryTime);

    /// <summary>Creates the hook of a stack, with another time for the engine to print the steps.</summary>
    internal static ErrorHook Create(StackModel stack, TimeSpan deliveryTime) =>
        new(Name, (failure, cancellation) => LogStepsAsync(failure, stack, deliveryTime, cancellation));

    /// <summary>Logs the steps, except in a preview. Returns false: the operation has timed out and must not be retried.</summary>
    private static async Task<bool> LogStepsAsync(
        ErrorHookArgs failure,
        StackModel stack,
        TimeSpan deliveryTime,
        CancellationToken cancellation
    )
    {
        if (!Deployment.Instance.IsDryRun && GetSteps(failure, stack) is { } steps)
        {
            Log.Error(steps);
            await Task.Delay(deliveryTime, cancellation);
        }

        return false;
    }

    private static string? GetSteps(ErrorHookArgs failure, StackModel stack)
    {
        var access = CredentialsCommand.Create(stack);
        if (failure.FailedOperation == "delete")
        {
            return DeletionSteps.Create(FailedObject.From(failure), access);
        }

        var serving = stack.Servings.FirstOrDefault(one => IsPartOf(one, failure));
        return serving is null ? null : TroubleshootingSteps.Create(serving, access);
    }

    private static bool IsPartOf(Serving serving, ErrorHookArgs failure) =>
        failure.Name
        == (FailedObject.From(failure).IsJob ? JetStreamPathways.SmokeTestJobName(serving.Name) : serving.Name);
}
