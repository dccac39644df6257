using System.Runtime.CompilerServices;
using Infra.Settings;
using Infra.Settings.Reading;
using Pulumi;

namespace Infra;

/// <summary>Makes the stack when the Pulumi engine runs the program.</summary>
internal sealed class EngineStack : IServiceProvider
{
    /// <summary>Whether the Pulumi engine started this process: it says where it listens.</summary>
    public static bool IsRunByEngine => Environment.GetEnvironmentVariable("PULUMI_MONITOR") is { Length: > 0 };

    /// <summary>Runs the stack to its end; returns the exit code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // or .NET loads for every preview what only this needs
    public static Task<int> RunAsync() => Deployment.RunAsync<InferenceStack>(new EngineStack());

    /// <inheritdoc />
    public object? GetService(Type serviceType) => serviceType == typeof(InferenceStack) ? MakeStack() : null;

    private static InferenceStack MakeStack()
    {
        var deployment = Deployment.Instance;
        var problems = new List<Problem>();
        var document = EngineConfigReader.Read(
            deployment.ProjectName,
            deployment.StackName,
            Environment.GetEnvironmentVariable(EngineConfigReader.ConfigVariable),
            Environment.GetEnvironmentVariable(EngineConfigReader.SecretKeysVariable),
            problems
        );
        var loaded = SettingsLoader.Load(document, problems, examples: Severity.Error);
        if (loaded.Blueprint is null)
        {
            throw new RunException(ProblemText.Of(loaded.Problems));
        }

        foreach (var warning in loaded.Problems)
        {
            Log.Warn(ProblemText.Of([warning]));
        }

        return new InferenceStack(loaded.Blueprint, new Config().RequireSecret, onFailure: FailureHook.Of);
    }
}
