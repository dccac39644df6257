using Infra.Configuration;
using Infra.Configuration.Presets;
using Infra.Model;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Validation;
using OfflinePreview.Output;
using OfflinePreview.Recording;

namespace Infra;

/// <summary>
/// Warms up the JIT: records a throwaway stack in the background while the stack file is read. The README lists the gain.
/// </summary>
public static class WarmUp
{
    /// <summary>Starts the warm-up; it is not awaited.</summary>
    public static void Start() => _ = Task.Run(RunAsync);

    /// <summary>Records and renders the stack.</summary>
    public static async Task<RenderResult> RunAsync()
    {
        var blueprint = new Blueprint { Environment = StackEnvironment.Dev, Servings = [Serving()] };
        var graph = await Recorder.WarmUpAsync(
            (options, placeholders) =>
                new ProgramStack(options, () => InferenceStack.CreateAsync(blueprint, placeholders.Secret))
        );
        var rendered = ManifestRenderer.Render(graph);
        rendered.WriteTo(TextWriter.Null);
        return rendered;
    }

    private static Serving Serving()
    {
        _ = GcsPath.TryParse("gs://example", out var bucket);
        var settings = Preset.All[0].Settings with
        {
            Checkpoint = bucket,
            Scratch = bucket,
            WaitUntilReady = false,
            SmokeTest = new() { Enabled = false },
            Monitoring = new()
            {
                PrometheusPort = 0,
                Dashboard = false,
                Alerts = false,
            },
        };
        return ServingResolver.Resolve(settings, new(new(), null), new Report("", []))!;
    }
}
