using Infra.Configuration.Binding;
using Infra.Model.MaxText;

namespace Infra.Validation.Containers;

/// <summary>Flags that follow from other settings are not set by hand: the two could disagree.</summary>
public sealed class DerivedFlagsAreNotSet : ServingRule
{
    private static readonly string[] MaxText =
    [
        .. MaxTextFlag.All.Where(flag => flag.DerivedFrom is not null).Select(flag => flag.Name),
    ];
    private static readonly string[] Shared = ["server_port", "resource_manager_address", "gcs_scratch_location"];
    private static readonly string[] Manager = [.. Shared, "node_type", "instance_count", "instance_type"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var own = serving.Serving.Containers;
        var containers = report.At("containers");
        Check(serving, report, "maxText.flags", serving.Serving.MaxText.Flags, MaxText);
        Check(serving, containers, "pathwaysProxy.flags", own.PathwaysProxy.Flags, Shared);
        Check(serving, containers, "pathwaysRm.flags", own.PathwaysRm.Flags, Manager);
        Check(serving, containers, "worker.flags", own.Worker.Flags, Shared);
        Refuse(containers, "jaxTpu.flags", own.JaxTpu.Flags, "MaxText's flags go to maxText.flags");
        Refuse(containers, "jetstreamHttp.flags", own.JetstreamHttp.Flags, "the HTTP front has none");
    }

    private static void Check(CheckedServing serving, Report report, string key, FlagList flags, string[] derived)
    {
        var set = flags.Flags.Where(flag => serving.Sources.KeyOf(flag) is not null).Select(flag => flag.Name);
        foreach (var name in derived.Intersect(set, StringComparer.Ordinal))
        {
            report.Error(key, $"flag {name} follows from other settings and is not set here; accepted: any other flag");
        }
    }

    private static void Refuse(Report report, string key, FlagList flags, string reason)
    {
        if (flags.Flags.Length > 0)
        {
            report.Error(key, $"is not used: {reason}; accepted: nothing");
        }
    }
}
