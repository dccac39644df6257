using Infra.Configuration;
using OfflinePreview.Output;
using OfflinePreview.Recording;
using StackConfig.Reading;

namespace Infra;

/// <summary>
/// Warms up the JIT: records a throwaway stack in the background while the stack file is read. docs/performance.md lists the gain.
/// </summary>
public static class WarmUp
{
    private const string Settings = """
        cluster: { existing: {} }
        leaderWorkerSet: { install: false }
        servings:
          - name: llama2-70b
            preset: llama2-70b-disaggregated
            checkpoint: gs://example
            scratch: gs://example
            waitUntilReady: false
            smokeTest: { enabled: false }
            monitoring: { prometheusPort: 0, dashboard: false, alerts: false }
        """;

    /// <summary>Starts the warm-up; it is not awaited.</summary>
    public static void Start() => _ = Task.Run(RunAsync);

    /// <summary>Records and renders the stack.</summary>
    public static async Task<RenderResult> RunAsync()
    {
        var document = SettingsDocument.Parse("warm-up", "dev", Settings, []);
        var stack = SettingsLoader.Load(document, [], Severity.Note).StackModel!;
        var graph = await Recorder.WarmUpAsync(
            (options, unknownValues) =>
                new ProgramStack(options, () => InferenceStack.CreateAsync(stack, unknownValues.Secret))
        );
        var rendered = ManifestRenderer.Render(graph);
        rendered.WriteTo(TextWriter.Null);
        return rendered;
    }
}
