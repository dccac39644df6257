using Infra.Configuration.Binding;
using Infra.Model.Servings;

namespace Infra.Validation.Containers;

/// <summary>Flags that follow from other settings are not set by hand: the two could disagree.</summary>
public sealed class DerivedFlagsAreNotSet : IRule
{
    private static readonly string[] MaxText = [ServingFlags.LoadParametersPath, ServingFlags.PrometheusPort];
    private static readonly string[] Shared = ["server_port", "resource_manager_address", "gcs_scratch_location"];
    private static readonly string[] Manager = [.. Shared, "node_type", "instance_count", "instance_type"];

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var (key, written, _) in stack.Servings)
        {
            var containers = report.At(key).At("containers");
            Check(report.At(key), "maxText.flags", written.MaxText?.Flags, MaxText);
            Check(containers, "pathwaysProxy.flags", written.Containers?.PathwaysProxy?.Flags, Shared);
            Check(containers, "pathwaysRm.flags", written.Containers?.PathwaysRm?.Flags, Manager);
            Check(containers, "worker.flags", written.Containers?.Worker?.Flags, Shared);
            Refuse(
                containers,
                "jaxTpu.flags",
                written.Containers?.JaxTpu?.Flags,
                "MaxText's flags go to maxText.flags"
            );
            Refuse(
                containers,
                "jetstreamHttp.flags",
                written.Containers?.JetstreamHttp?.Flags,
                "the HTTP front has none"
            );
        }
    }

    private static void Check(Report report, string key, FlagList? flags, string[] derived)
    {
        foreach (var name in derived.Where(name => flags?.Find(name) is not null))
        {
            report.Error(key, $"flag {name} follows from other settings and is not set here; accepted: any other flag");
        }
    }

    private static void Refuse(Report report, string key, FlagList? flags, string reason)
    {
        if (flags is { Flags.Length: > 0 })
        {
            report.Error(key, $"is not used: {reason}; accepted: nothing");
        }
    }
}
