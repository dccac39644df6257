using Infra.Model;
using Infra.Model.Servings;
using Infra.Resources.Servings;
using Pulumi;

namespace Infra.Resources;

/// <summary>Logs troubleshooting steps when the engine fails to create, update or delete a part of a serving.</summary>
/// <remarks>
/// One hook serves all servings, so that it is also known to the engine when it deletes those that are no longer among the settings. The
/// engine calls error hooks for every failed operation from version 3.244 of the Pulumi CLI, which <c>Pulumi.yaml</c> requires.
/// </remarks>
public static class DeploymentErrorHook
{
    /// <summary>The hook's name, by which the state of a resource refers to it.</summary>
    private const string Name = "serving-troubleshooting";

    /// <summary>
    /// The time that the engine gets to print the steps before the operation's own error. The SDK offers no way to await a log message.
    /// </summary>
    private static readonly TimeSpan DeliveryTime = TimeSpan.FromSeconds(1);

    /// <summary>Creates the hook of a stack, which the SDK registers with the engine.</summary>
    public static ErrorHook Create(Blueprint blueprint) =>
        new(Name, (failure, cancellation) => LogStepsAsync(failure, blueprint, cancellation));

    /// <summary>Logs the steps, except in a preview. Returns false, so that the operation is not retried: its own time is over.</summary>
    private static async Task<bool> LogStepsAsync(
        ErrorHookArgs failure,
        Blueprint blueprint,
        CancellationToken cancellation
    )
    {
        if (!Deployment.Instance.IsDryRun && GetSteps(failure, blueprint) is { } steps)
        {
            Log.Error(steps);
            await Task.Delay(DeliveryTime, cancellation);
        }

        return false;
    }

    private static string? GetSteps(ErrorHookArgs failure, Blueprint blueprint)
    {
        var access = CredentialsCommand.For(blueprint);
        if (failure.FailedOperation == "delete")
        {
            return DeletionSteps.For(FailedObject.From(failure), access);
        }

        var serving = blueprint.Servings.FirstOrDefault(one => IsPartOf(one, failure));
        return serving is null ? null : TroubleshootingSteps.For(serving, access);
    }

    private static bool IsPartOf(Serving serving, ErrorHookArgs failure) =>
        failure.Name
        == (FailedObject.From(failure).IsJob ? JetStreamPathways.SmokeTestJobName(serving.Name) : serving.Name);
}
