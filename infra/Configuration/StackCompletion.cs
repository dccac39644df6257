using Infra.Model;
using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;
using Infra.Validation;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>Requires what only some stacks need, without which the model of a stack cannot be determined.</summary>
internal static class StackCompletion
{
    /// <summary>
    /// Reports settings that decide which resources there are, are not in the stack file and may come from its Pulumi ESC environment. An
    /// offline preview would show another stack without them.
    /// </summary>
    public static void RequireInFile(SettingsDocument document, StackSettings settings, DiagnosticSink diagnostics)
    {
        if (document.Environment is { } environment && Missing(settings, document).ToArray() is { Length: > 0 } keys)
        {
            diagnostics.Diagnostics.Add(
                new Diagnostic(
                    Severity.Error,
                    environment.Key,
                    $"may set {string.Join(", ", keys)}, which an offline preview requires. Set them in the stack file; they override the environment.",
                    environment.File,
                    environment.Line
                )
            );
        }
    }

    /// <summary>What a stack creates in Google Cloud; null, with a problem, when a setting that it needs is missing.</summary>
    public static PlatformModel? Platform(SettingsDocument document, StackSettings settings, DiagnosticSink diagnostics)
    {
        if (document.Environment is null)
        {
            foreach (var (key, accepted, _) in Required(settings).Where(one => one.Value is null))
            {
                var unread = document.ForeignKeys.Any(foreign => foreign.Key == $"gcp:{key}")
                    ? $"gcp:{key} is not read; set {document.Project}:{key}. "
                    : "";
                diagnostics.Missing(key, $"{unread}A managed cluster needs it. Allowed: {accepted}");
            }
        }

        return Required(settings).All(one => one.Value is not null)
            ? new(settings, document.Project, document.Stack)
            : null;
    }

    /// <summary>A serving with its target; null, with a problem, when there is no such slice, or no bucket for temporary data yet.</summary>
    public static Serving? Complete(Serving serving, DeploymentTarget target, DiagnosticSink diagnostics)
    {
        var hasSlice = HasSlice(serving, diagnostics);
        var hasScratch = serving.Scratch is not null || target.ScratchLocation(serving.Name) is not null;
        return hasSlice && hasScratch
            ? serving with
            {
                Target = target,
                Deployed = serving.Deployed && !target.Hibernates,
            }
            : null;
    }

    private static bool HasSlice(Serving serving, DiagnosticSink diagnostics)
    {
        var generation = serving.Generation;
        if (generation.FindSlice(serving.Topology, serving.MachineType) is not null)
        {
            return true;
        }

        var slices = generation.Slices.Where(slice => slice.Topology == serving.Topology).ToList();
        if (slices.Count == 0)
        {
            var topologies = generation.Slices.Select(slice => slice.Topology.Name).Distinct(StringComparer.Ordinal);
            diagnostics.Error(
                "topology",
                $"{generation} has no topology {serving.Topology}. Allowed: {string.Join(", ", topologies)}"
            );
            return false;
        }

        var accepted = string.Join(
            " or ",
            slices.Select(one => $"{one.MachineType} ({one.Hosts} {(one.Hosts == 1 ? "host" : "hosts")})")
        );
        var violation = serving.MachineType is { } machineType
            ? $"{machineType} is not offered for topology {serving.Topology}"
            : $"is missing, but topology {serving.Topology} requires it";
        diagnostics.Error("machineType", $"{violation}. Allowed: {accepted}");
        return false;
    }

    private static IEnumerable<string> Missing(StackSettings settings, SettingsDocument document)
    {
        var platform = settings.Cluster.Existing is null
            ? Required(settings).Where(one => one.Value is null).Select(one => one.Key)
            : [];
        return document.Entries.ContainsKey("servings") ? platform : platform.Append("servings");
    }

    private static (string Key, string Accepted, object? Value)[] Required(StackSettings settings) =>
        [
            ("project", ProjectId.Accepted, settings.Project),
            ("region", Region.Accepted, settings.Region),
            ("zone", Zone.Accepted, settings.Zone),
        ];
}
