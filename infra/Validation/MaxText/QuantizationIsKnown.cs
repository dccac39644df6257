namespace Infra.Validation.MaxText;

/// <summary>Weights and cache are quantized in ways that MaxText knows.</summary>
/// <remarks>
/// Sources: <c>_get_quant_config</c> in MaxText's <c>quantizations.py</c>, <c>validate_kv_quant_axis</c> in <c>pyconfig.py</c>,
/// <c>KVQuant</c> in <c>kvcache.py</c>.
/// </remarks>
public sealed class QuantizationIsKnown : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var setup = serving.MaxText;
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
}
