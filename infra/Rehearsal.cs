using Infra.Preview.Graph;
using Infra.Preview.Output;
using Infra.Preview.Recording;
using Infra.Settings;
using Infra.Settings.Binding;
using Infra.Settings.Servings;
using Infra.Tpu;

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

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal) { ["example"] = "1" };

    /// <summary>Begins; what comes of it does not matter.</summary>
    public static void Begin()
    {
        // A thread of its own, but not by the class Thread, which would be all that a start needs of its assembly.
        _ = Task.Factory.StartNew(
            Rehearse,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > LeastMemory)
        {
            GC.TryStartNoGCRegion(FirstMemory);
        }
    }

    /// <summary>Records and renders the stack.</summary>
    public static async Task<StackGraph> RecordAsync()
    {
        var blueprint = new Blueprint { Environment = StackEnvironment.Dev, Servings = [Example()] };
        var graph = await Recorder.RehearseAsync(
            (options, placeholders) =>
                new ProgramStack(options, () => InferenceStack.CreateAsync(blueprint, key => placeholders.Secret(key)))
        );
        ManifestRenderer.Render(graph).WriteTo(TextWriter.Null);
        return graph;
    }

    private static void Rehearse()
    {
        _ = RecordAsync();
        Console.OpenStandardOutput().Write([]); // with its first write the console makes out what it writes to
    }

    // Made by hand: the settings that a serving is resolved from are read at the same time, of the stack itself.
    private static Serving Example()
    {
        _ = GcsPath.TryParse("gs://example/example", out var path);
        var flags = FlagList.Of(("example", "example"));
        var container = new ServingContainer(flags, [], Texts, Texts, []);
        var probe = new ProbeSettings { PeriodSeconds = 1, FailureThreshold = 1 };
        return new()
        {
            Name = "example",
            Slice = TpuSlice.All[^1],
            Slices = 1,
            Replicas = 1,
            Capacity = new Capacity.OnDemand(),
            HasOwnPools = false,
            IsDeployed = true,
            Checkpoint = path!,
            Scratch = path!,
            MaxTextConfig = "example",
            MaxTextFlags = flags,
            XlaFlags = flags,
            Images = new("example", "example", "example", "example", PullPolicy.IfNotPresent),
            Containers = new(container, container, container, container, container),
            Probes = new(probe, probe, probe),
            NodeSelector = Texts,
            WorkerToleration = true,
            ServiceName = "example-http",
            ServicePort = 8000,
            IsAwaited = false,
            SmokeTest = null,
            HasDisruptionBudget = false,
            Monitoring = new(null, PodMonitoring: false, Dashboard: false, Alerts: false, []),
        };
    }
}
