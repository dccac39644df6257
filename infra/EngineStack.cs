using Infra.Configuration;
using Infra.Model;
using Infra.Resources;
using Pulumi;
using StackConfig.Reading;

namespace Infra;

/// <summary>Creates the stack when the Pulumi engine runs the program.</summary>
internal static class EngineStack
{
    /// <summary>Whether the Pulumi engine started this process.</summary>
    public static bool IsRunByEngine => Environment.GetEnvironmentVariable("PULUMI_MONITOR") is { Length: > 0 };

    /// <summary>Runs the stack and returns the exit code.</summary>
    public static Task<int> RunAsync() => Deployment.RunAsync(CreateAsync);

    private static Task<IDictionary<string, object?>> CreateAsync()
    {
        var stack = LoadStack();
        return InferenceStack.CreateAsync(stack, new Config().RequireSecret, DeploymentErrorHook.Create(stack));
    }

    private static StackModel LoadStack()
    {
        var deployment = Deployment.Instance;
        var problems = new List<Diagnostic>();
        var document = EngineConfigReader.Read(
            deployment.ProjectName,
            deployment.StackName,
            Environment.GetEnvironmentVariable(EngineConfigReader.ConfigVariable),
            Environment.GetEnvironmentVariable(EngineConfigReader.SecretKeysVariable),
            problems
        );
        var loaded = SettingsLoader.Load(document, problems, placeholderSeverity: Severity.Error);
        if (loaded.StackModel is null)
        {
            throw new RunException(DiagnosticFormatter.Format(loaded.Problems));
        }

        if (loaded.Problems.Count > 0)
        {
            // One message, because the SDK sends several in random order.
            Log.Warn(DiagnosticFormatter.Format(loaded.Problems));
        }

        return loaded.StackModel;
    }
}
