using Infra.Settings;
using Infra.Settings.Binding;
using Infra.Settings.Reading;
using Pulumi;

namespace Infra;

/// <summary>Makes the stack when the Pulumi engine runs the program.</summary>
internal sealed class EngineStack : IServiceProvider
{
    /// <summary>Whether the Pulumi engine started this process: it says where it listens.</summary>
    public static bool IsRunByEngine => Environment.GetEnvironmentVariable("PULUMI_MONITOR") is { Length: > 0 };

    /// <inheritdoc />
    public object? GetService(Type serviceType) => serviceType == typeof(InferenceStack) ? MakeStack() : null;

    private static InferenceStack MakeStack()
    {
        var deployment = Deployment.Instance;
        var document = EngineConfigReader.FromEnvironment(deployment.ProjectName, deployment.StackName);
        var loaded = SettingsLoader.Load(document, [], examples: Severity.Error);
        if (loaded.Blueprint is null)
        {
            throw new RunException(ProblemText.Format(loaded.Problems));
        }

        foreach (var warning in loaded.Problems)
        {
            Log.Warn(ProblemText.Format([warning]));
        }

        return new InferenceStack(loaded.Blueprint, new Config().RequireSecret);
    }
}
