using Infra.Configuration;
using Infra.Resources.LeaderWorkerSets.Installation;
using OfflinePreview.Graph;
using OfflinePreview.Recording;
using Pulumi.Utilities;
using StackConfig.Reading;

namespace Infra.Tests;

/// <summary>A stack given as the text of its stack file.</summary>
internal static class StackText
{
    /// <summary>A setting of a serving that names no model: the dimensions of a small one, which fits everywhere.</summary>
    public const string SmallModel =
        "architecture: { embeddingWidth: 2048, queryHeads: 16, keyValueHeads: 16, headWidth: 16, layers: 2, mlpWidth: 7168, vocabulary: 32000 }";

    /// <summary>A setting of a serving on two slices of 16 chips: the server for them.</summary>
    public const string ServerOfTwoSlices =
        "maxText: { flags: [ inference_server: ExperimentalMaxtextDisaggregatedServer_16, inference_benchmark_test: true ] }";

    /// <summary>Loads the settings of a stack file's text; the keys in it need no prefix.</summary>
    public static LoadedSettings Load(string config, Severity examples = Severity.Error, string stack = "test")
    {
        var problems = new List<Diagnostic>();
        return SettingsLoader.Load(Read(config, stack, problems), problems, examples);
    }

    /// <summary>Records what a stack file's text would create.</summary>
    public static Task<StackGraph> RecordAsync(string config, string stack = "test")
    {
        var problems = new List<Diagnostic>();
        var document = Read(config, stack, problems);
        var loaded = SettingsLoader.Load(document, problems, Severity.Warning);
        Assert.DoesNotContain(loaded.Problems, problem => problem.Severity == Severity.Error);
        return Recorder.RecordAsync(
            "jetstream-pathways",
            stack,
            (options, unknownValues) =>
                new ProgramStack(
                    options,
                    () =>
                        InferenceStack.CreateAsync(
                            loaded.StackModel!,
                            key => unknownValues.Secret(key, document!.GetCiphertext(key))
                        )
                ),
            new ReleaseManifestModel()
        );
    }

    /// <summary>Evaluates a stack file's text and returns its outputs.</summary>
    public static async Task<IDictionary<string, object?>> GetOutputsAsync(string config)
    {
        var stack = Load(config, Severity.Warning).StackModel!;
        ProgramStack? program = null;
        await Recorder.RecordAsync(
            "jetstream-pathways",
            "test",
            (options, unknownValues) =>
                program = new(options, () => InferenceStack.CreateAsync(stack, unknownValues.Secret))
        );
        return await OutputUtilities.GetValueAsync(program!.ProgramOutputs);
    }

    private static SettingsDocument? Read(string config, string stack, ICollection<Diagnostic> problems)
    {
        var folder = Directory.CreateTempSubdirectory("stack-");
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "Pulumi.yaml"),
                "name: jetstream-pathways\nruntime: dotnet\n"
            );
            File.WriteAllText(
                Path.Combine(folder.FullName, $"Pulumi.{stack}.yaml"),
                StackFileText.FromSettings(config)
            );
            return StackFileReader.Read(folder.FullName, stack, problems);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
