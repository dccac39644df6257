using Infra.Preview.Graph;
using Infra.Preview.Output;
using Infra.Preview.Recording;
using Infra.Settings;
using Infra.Settings.Rules;
using Infra.Settings.Servings;
using Infra.Settings.Servings.Presets;

namespace Infra;

/// <summary>
/// Records a small stack for nobody to see, on another core while the stack file is being read: half of the time of a preview goes into
/// classes and methods that .NET loads when they are first used.
/// </summary>
public static class Rehearsal
{
    // A preview of a hundred servings takes no more, and ends before anything is worth collecting.
    private const long FirstMemory = 32 << 20;

    private const long LeastMemory = 1 << 30;

    /// <summary>Begins; what comes of it does not matter.</summary>
    public static void Begin()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > LeastMemory)
        {
            GC.TryStartNoGCRegion(FirstMemory);
        }

        new Thread(() => _ = RecordAsync()) { IsBackground = true }.Start();
    }

    /// <summary>Records and renders the stack.</summary>
    public static async Task<StackGraph> RecordAsync()
    {
        var blueprint = new Blueprint { Environment = StackEnvironment.Dev, Servings = [Example()] };
        var graph = await Recorder.RehearseAsync(
            (options, placeholders) => new InferenceStack(blueprint, key => placeholders.Secret(key), options)
        );
        ManifestRenderer.Render(graph).WriteTo(TextWriter.Null);
        return graph;
    }

    private static Serving Example()
    {
        _ = KubernetesName.TryParse("example", out var name);
        _ = GcsPath.TryParse("gs://example/example", out var path);
        var settings = new ServingSettings
        {
            Name = name!,
            Preset = Preset.All[0],
            Checkpoint = path,
            Scratch = path,
            WaitUntilReady = false,
            SmokeTest = new() { Enabled = false },
            Monitoring = new()
            {
                PrometheusPort = 0,
                Alerts = false,
                Dashboard = false,
            },
        };
        return ServingResolver.Resolve(
            settings,
            new ServingPlace(new ExistingClusterSettings(), null),
            new Report("", [])
        )!;
    }
}
