using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Servings;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Flags that must not be set, because they are derived from other settings or because their container takes none.</summary>
internal static class FlagRules
{
    private static readonly string[] DerivedMaxTextFlags =
    [
        .. MaxTextFlag.All.Where(flag => flag.DerivedFrom is not null).Select(flag => flag.Name),
    ];

    private static readonly string[] DerivedPathwaysFlags =
    [
        "server_port",
        "resource_manager_address",
        "gcs_scratch_location",
    ];

    private static readonly string[] DerivedResourceManagerFlags =
    [
        .. DerivedPathwaysFlags,
        "node_type",
        "instance_count",
        "instance_type",
    ];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Derived("maxText.flags", one => one.MaxText.Flags, DerivedMaxTextFlags),
        Derived("containers.pathwaysProxy.flags", one => one.Containers.PathwaysProxy.Flags, DerivedPathwaysFlags),
        Derived("containers.pathwaysRm.flags", one => one.Containers.PathwaysRm.Flags, DerivedResourceManagerFlags),
        Derived("containers.worker.flags", one => one.Containers.Worker.Flags, DerivedPathwaysFlags),
        Unsupported(
            "containers.jaxTpu.flags",
            one => one.Containers.JaxTpu.Flags,
            "Set MaxText's flags in maxText.flags"
        ),
        Unsupported("containers.jetstreamHttp.flags", one => one.Containers.JetstreamHttp.Flags, "Remove them"),
    ];

    private static Rule Derived(string key, Func<Serving, FlagList> flags, string[] derived) =>
        Rule.ForServing(
            "DerivedFlagSet",
            (_, one, diagnostics) =>
            {
                foreach (var name in derived.Where(name => IsSet(one, flags(one.Serving).Find(name))))
                {
                    var from = MaxTextFlag.Find(name)?.DerivedFrom ?? "other settings";
                    diagnostics.Error(key, $"{name} is derived from {from}. Remove it");
                }
            }
        );

    private static bool IsSet(ServingContext one, FlagSetting? flag) =>
        flag is not null && one.Sources.FindKey(flag) is not null;

    private static Rule Unsupported(string key, Func<Serving, FlagList> flags, string advice) =>
        Rule.ForServing(
            "UnsupportedFlags",
            Severity.Error,
            key,
            (_, one) =>
                flags(one.Serving).Flags.Length > 0
                    ? $"are not supported: this container takes no flags. {advice}"
                    : null
        );
}
