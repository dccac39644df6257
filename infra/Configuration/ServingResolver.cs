using Infra.Configuration.Binding;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Model.Tpu;
using Infra.Validation;

namespace Infra.Configuration;

/// <summary>Makes a <see cref="Serving"/> of its settings: preset and defaults laid beneath, everything derived.</summary>
public static class ServingResolver
{
    /// <summary>The serving, or null when <paramref name="report"/> was told of something without which there is none.</summary>
    /// <param name="written">The settings as the stack file has them.</param>
    /// <param name="place">Where it runs.</param>
    /// <param name="report">Takes the problems, with keys relative to the serving.</param>
    public static Serving? Resolve(ServingSettings written, ServingPlace place, Report report)
    {
        var beneath = written.Preset?.Settings.Over(ServingDefaults.Settings) ?? ServingDefaults.Settings;
        var settings = written.Over(beneath);
        var slice = ResolveSlice(written, settings, report);
        var checkpoint = Require(settings.Checkpoint, "checkpoint", report);
        var scratch = settings.Scratch ?? place.ScratchOf(settings.Name);
        var capacity = CapacityResolver.Resolve(settings.Capacity, report.At("capacity"));
        if (!place.IsManaged)
        {
            _ = Require(scratch, "scratch", report);
        }

        if (slice is null || checkpoint is null || scratch is null || capacity is null)
        {
            return null;
        }

        var serving = Make(settings, slice, capacity, checkpoint, scratch, place);
        return serving with { Batch = BatchResolver.Resolve(settings.Batch, serving, report.At("batch")) };
    }

    private static Serving Make(
        ServingSettings settings,
        TpuSlice slice,
        Capacity capacity,
        GcsPath checkpoint,
        GcsPath scratch,
        ServingPlace place
    )
    {
        var monitoring = ServingMonitoring.From(settings.Monitoring!, place.KnowsCluster);
        return new()
        {
            Name = settings.Name.Text,
            Namespace = settings.Namespace?.Text,
            Slice = slice,
            Slices = settings.Slices!.Value,
            Replicas = settings.Replicas!.Value,
            Capacity = capacity,
            HasOwnPools = place.IsManaged,
            IsDeployed = settings.Deployed!.Value,
            Checkpoint = checkpoint,
            Scratch = scratch,
            MaxTextConfig = settings.MaxText!.Config!,
            MaxTextFlags = Flags(settings.MaxText.Flags!, checkpoint, monitoring),
            Architecture = settings.Architecture,
            XlaFlags = settings.XlaFlags!.Flags,
            Images = ServingImages.From(settings.Images!),
            Containers = ServingContainers.From(settings.Containers),
            Probes = new(settings.Probes!.Startup!, settings.Probes.Liveness!, settings.Probes.Readiness!),
            NodeSelector = SelectNodes(settings, slice, place),
            WorkerToleration = settings.WorkerToleration!.Value,
            ServiceName = settings.Service!.Name?.Text ?? $"{settings.Name}-http",
            ServicePort = settings.Service.Port!.Value,
            IsAwaited = settings.WaitUntilReady!.Value,
            SmokeTest = settings.Replicas.Value > 0 ? SmokeTest.From(settings.SmokeTest!) : null,
            HasDisruptionBudget = settings.DisruptionBudget!.Value,
            Monitoring = monitoring,
        };
    }

    /// <summary>The flags with those that follow from other settings.</summary>
    private static FlagList Flags(FlagList flags, GcsPath checkpoint, ServingMonitoring monitoring)
    {
        var found = flags.With(ServingFlags.LoadParametersPath, checkpoint.Text);
        return monitoring.PrometheusPort is { } port ? found.With(ServingFlags.PrometheusPort, $"{port}") : found;
    }

    /// <summary>What tells the slice from others; in a cluster that the stack makes, also what tells the serving's own pools.</summary>
    private static IReadOnlyDictionary<string, string> SelectNodes(
        ServingSettings settings,
        TpuSlice slice,
        ServingPlace place
    )
    {
        var derived = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in slice.NodeLabels)
        {
            derived.Add(name, value);
        }

        if (place.IsManaged)
        {
            derived.Add(Serving.PoolLabel, settings.Name.Text);
        }

        return Maps.WithoutNulls(Maps.Over(settings.NodeSelector, derived));
    }

    private static TpuSlice? ResolveSlice(ServingSettings written, ServingSettings settings, Report report)
    {
        if (settings.Topology is not { } topology)
        {
            report.Missing("topology", $"accepted: {string.Join(", ", Topology.All)}, or a preset that says it");
            return null;
        }

        var offered = TpuSlice.Of(topology);
        var slice = settings.MachineType is { } machineType ? TpuSlice.Find(topology, machineType) : null;
        if (slice is null && written.MachineType is null && offered.Length == 1)
        {
            return offered[0];
        }

        if (slice is null)
        {
            var accepted = string.Join(" or ", offered.Select(one => $"{one.MachineType} ({one.Hosts} hosts)"));
            report.Error(
                "machineType",
                $"topology {topology} needs a machine type that it comes in; accepted: {accepted}"
            );
        }

        return slice;
    }

    private static GcsPath? Require(GcsPath? path, string key, Report report)
    {
        if (path is null)
        {
            report.Missing(key, $"accepted: {GcsPath.Accepted}");
        }

        return path;
    }
}
