using Infra.Configuration.Reading;

namespace Infra.Validation.MaxText;

/// <summary>Weights and cache are quantized in ways that MaxText knows.</summary>
/// <remarks>
/// Sources: <c>_get_quant_config</c> in MaxText's <c>quantizations.py</c>, <c>validate_kv_quant_axis</c> in <c>pyconfig.py</c>,
/// <c>KVQuant</c> in <c>kvcache.py</c>.
/// </remarks>
public sealed class QuantizationIsKnown : ServingRule
{
    private static readonly string[] Weights = ["", "int8", "intmp", "fp8", "nanoo_fp8", "aqt_fp8"];
    private static readonly string[] Axes = ["", "dkv", "heads_and_dkv"];
    private static readonly string[] Caches = ["int8", "int4", "fp8"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var setup = serving.MaxText;
        CheckWord(serving, report, "quantization", Weights);
        CheckWord(serving, report, "kv_quant_axis", Axes);
        CheckWord(serving, report, "kv_quant_dtype", Caches);
        if (setup.Quantization == "intmp" && setup.Text("quant_cfg_path").Length == 0)
        {
            report
                .AtFlag(serving, "quantization")
                .Error(
                    "",
                    "quantization intmp needs quant_cfg_path; accepted: the path of a configuration inside the image"
                );
        }

        if (setup.QuantizesCache is true && setup.Text("kv_quant_axis").Length == 0)
        {
            report
                .AtFlag(serving, "kv_quant_axis")
                .Error("", "kv_quant_axis is empty with quantize_kvcache; accepted: dkv, heads_and_dkv");
        }
    }

    private static void CheckWord(CheckedServing serving, Report report, string flag, string[] known)
    {
        var text = serving.MaxText.Text(flag);
        if (!known.Contains(text))
        {
            var accepted = string.Join(", ", known.Select(word => word.Length == 0 ? "\"\"" : word));
            report
                .AtFlag(serving, flag)
                .Error("", $"{flag} `{KeyPath.Shown(text)}` is not known; accepted: {accepted}");
        }
    }
}
