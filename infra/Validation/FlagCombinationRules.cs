using System.Collections.Immutable;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Flags of MaxText that must match each other.</summary>
/// <remarks>
/// Sources: <c>validate_kv_quant_axis</c> and <c>validate_prefill_and_target_lengths</c> in MaxText's <c>pyconfig.py</c>;
/// <c>_get_quant_config</c> in <c>quantizations.py</c>; <c>_get_ar_cache_vars</c> and <c>MlaKVCache</c> in <c>kvcache.py</c>.
/// </remarks>
internal static class FlagCombinationRules
{
    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForFlag(
            "IncompleteQuantization",
            Severity.Error,
            "quantization",
            one =>
                one.MaxText.Quantization == "intmp" && one.MaxText.GetString("quant_cfg_path").Length == 0
                    ? "quantization intmp requires the flag quant_cfg_path, the path of a configuration file in the image. Set that flag"
                    : null
        ),
        Rule.ForFlag(
            "IncompleteQuantization",
            Severity.Error,
            "kv_quant_axis",
            one =>
                one.MaxText.QuantizeKvCache is true && one.MaxText.GetString("kv_quant_axis").Length == 0
                    ? "kv_quant_axis is empty, but quantize_kvcache requires it. Allowed: dkv, heads_and_dkv"
                    : null
        ),
        Rule.ForFlag(
            "UnsupportedCacheQuantization",
            Severity.Error,
            "quantize_kvcache",
            one =>
                one.MaxText.QuantizeKvCache is true && one.MaxText.GetString("attention_type") == "mla"
                    ? $"MaxText cannot quantize the cache of multi-head latent attention, which {KeyPath.Shown(one.MaxText.ModelName)} uses. Allowed: false"
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
                && target <= prefill
                    ? $"max_target_length {target} (prompt and answer) must be greater than max_prefill_predict_length {prefill} (prompt). "
                        + $"Allowed: at least {prefill + 1L}"
                    : null
        ),
    ];
}
