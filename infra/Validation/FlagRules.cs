using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Servings;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Single flags of MaxText and of Pathways.</summary>
/// <remarks>
/// Sources: <c>_update_from_env_and_command_line</c>, <c>validate_kv_quant_axis</c> and <c>validate_prefill_and_target_lengths</c> in
/// MaxText's <c>pyconfig.py</c>; <c>_get_quant_config</c> in <c>quantizations.py</c>; the comments of <c>base.yml</c>.
/// </remarks>
internal static class FlagRules
{
    private static readonly string[] DerivedFromMaxText =
    [
        .. MaxTextFlag.All.Where(flag => flag.DerivedFrom is not null).Select(flag => flag.Name),
    ];

    private static readonly string[] DerivedOfPathways =
    [
        "server_port",
        "resource_manager_address",
        "gcs_scratch_location",
    ];

    private static readonly string[] DerivedOfManager =
    [
        .. DerivedOfPathways,
        "node_type",
        "instance_count",
        "instance_type",
    ];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Derived("maxText.flags", one => one.MaxText.Flags, DerivedFromMaxText),
        Derived("containers.pathwaysProxy.flags", one => one.Containers.PathwaysProxy.Flags, DerivedOfPathways),
        Derived("containers.pathwaysRm.flags", one => one.Containers.PathwaysRm.Flags, DerivedOfManager),
        Derived("containers.worker.flags", one => one.Containers.Worker.Flags, DerivedOfPathways),
        Unused("containers.jaxTpu.flags", one => one.Containers.JaxTpu.Flags, "set MaxText's flags in maxText.flags"),
        Unused("containers.jetstreamHttp.flags", one => one.Containers.JetstreamHttp.Flags, "remove them"),
        Rule.ForServing("InvalidFlagValue", CheckValues),
        AxisOrder("prefill_cache_axis_order"),
        AxisOrder("ar_cache_axis_order"),
        Rule.ForFlag(
            "IncompleteQuantization",
            Severity.Error,
            "quantization",
            one =>
                one.MaxText.Quantization == "intmp" && one.MaxText.GetString("quant_cfg_path").Length == 0
                    ? "quantization intmp requires quant_cfg_path, the path of a configuration inside the image"
                    : null
        ),
        Rule.ForFlag(
            "IncompleteQuantization",
            Severity.Error,
            "kv_quant_axis",
            one =>
                one.MaxText.QuantizeKvCache is true && one.MaxText.GetString("kv_quant_axis").Length == 0
                    ? "kv_quant_axis is empty with quantize_kvcache. Allowed: dkv, heads_and_dkv"
                    : null
        ),
        Rule.ForFlag(
            "InvalidSequenceLength",
            Severity.Error,
            "max_prefill_predict_length",
            one =>
                one.MaxText is { MaxPrefillLength: <= 0 and var prefill, MaxTargetLength: not null }
                    ? $"max_prefill_predict_length is {prefill}. Allowed: at least 1"
                    : null
        ),
        Rule.ForFlag(
            "InvalidSequenceLength",
            Severity.Error,
            "max_target_length",
            one =>
                one.MaxText is { MaxPrefillLength: > 0 and var prefill, MaxTargetLength: { } target }
                && target < prefill
                    ? $"max_target_length {target} is less than max_prefill_predict_length {prefill}. Allowed: at least {prefill}"
                    : null
        ),
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

    private static Rule Unused(string key, Func<Serving, FlagList> flags, string advice) =>
        Rule.ForServing(
            "DerivedFlagSet",
            Severity.Error,
            key,
            (_, one) => flags(one.Serving).Flags.Length > 0 ? $"the container takes no flags; {advice}" : null
        );

    private static Rule AxisOrder(string flag) =>
        Rule.ForFlag(
            "InvalidAxisOrder",
            Severity.Error,
            flag,
            one =>
                one.MaxText.GetString(flag) is var text && !IsOrder(text)
                    ? $"{flag} '{KeyPath.Shown(text)}' is not an order of axes. Allowed: 0, 1, 2 and 3 in any order, such as 1,2,0,3"
                    : null
        );

    private static bool IsOrder(string text) =>
        string.Concat(text.Order()) == ",,,0123" && text.Split(',').All(axis => axis.Length == 1);

    private static void CheckValues(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var flag in MaxTextFlag.All)
        {
            if (Allowed(flag, one.MaxText) is { } allowed)
            {
                var text = KeyPath.Shown(one.MaxText.GetString(flag.Name));
                diagnostics
                    .ForFlag(one, flag.Name)
                    .Error("", $"'{text}' is not a value of {flag.Name}. Allowed: {allowed}");
            }
        }
    }

    /// <summary>What a flag allows; null where its value is allowed.</summary>
    private static string? Allowed(MaxTextFlag flag, MaxTextSetup setup) =>
        flag.Type switch
        {
            MaxTextFlagType.Integer => setup.GetInt(flag.Name) is null ? "a whole number" : null,
            MaxTextFlagType.Number => setup.GetDouble(flag.Name) is null ? "a number" : null,
            MaxTextFlagType.Boolean => setup.GetBool(flag.Name) is null ? "true, false" : null,
            _ when flag.Allowed.IsEmpty || flag.Allowed.Contains(setup.GetString(flag.Name)) => null,
            _ => AllowedValues.Format(flag.Allowed),
        };
}
