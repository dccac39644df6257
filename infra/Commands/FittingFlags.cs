using System.Globalization;
using Infra.Model.MaxText;
using Infra.Model.Tpu;
using Infra.Validation;

namespace Infra.Commands;

/// <summary>The flags of MaxText with which a model fits a slice: those that its preset, if any, does not set already.</summary>
/// <remarks>
/// Source of the flags that every model has: the presets, which take them from Google's guide. The mesh shards heads as far as the key-value
/// heads can be divided, and the rest over the axis that the configuration file has for it.
/// </remarks>
/// <param name="Model">The model.</param>
/// <param name="Slice">The slice.</param>
/// <param name="IsQuantized">Whether the checkpoint is quantized to int8.</param>
internal sealed record FittingFlags(ModelChoice Model, TpuSlice Slice, bool IsQuantized)
{
    private const string Autoregressive = "autoregressive";

    /// <summary>The flags as lines of a stack file, with comments.</summary>
    /// <param name="batch">The flag <c>per_device_batch_size</c>.</param>
    /// <param name="remark">Why it has this value.</param>
    public IEnumerable<string> Lines(double batch, string remark = "") =>
        [
            .. Model.IsPreset ? [] : ModelFlags(),
            .. Slice == Model.Slice ? [] : MeshFlags(),
            .. IsQuantized == (Model.IsQuantized ?? false) ? [] : QuantizationFlags(),
            Line("per_device_batch_size", batch.ToString(CultureInfo.InvariantCulture), remark),
        ];

    private static string Line(string flag, string value, string remark = "") =>
        remark.Length == 0 ? $"- {flag}: {value}" : $"- {flag}: {value} # {remark}";

    private IEnumerable<string> ModelFlags()
    {
        yield return Line("model_name", Model.Name);
        if (ImageFiles.FindModel(Model.Name) is { Tokenizer: { } path } file)
        {
            yield return Line("tokenizer_path", path, "that of the model's family");
            var type = ImageFiles.Tokenizers[path];
            if (TokenizerRules.NeedsType(file, type))
            {
                yield return Line("tokenizer_type", type);
            }
        }

        yield return Line("max_prefill_predict_length", "1024", "tokens of a prompt");
        yield return Line("max_target_length", "2048", "tokens of a prompt and its answer");
        yield return Line("scan_layers", "false", "an unscanned checkpoint");
        yield return Line("weight_dtype", "bfloat16");
        yield return Line("enable_model_warmup", "true");
    }

    private IEnumerable<string> MeshFlags()
    {
        var heads = Model.Setup.Architecture?.KeyValueHeads ?? 1;
        var tensor = Enumerable.Range(1, heads).Last(size => heads % size == 0 && Slice.Devices % size == 0);
        var rest = Slice.Devices / tensor;
        var restIsAutoregressive = Model.Setup.ConfigFile.Sharding.CacheSlots.Contains(Autoregressive);
        yield return Line("ici_fsdp_parallelism", restIsAutoregressive ? "1" : $"{rest}");
        yield return Line("ici_autoregressive_parallelism", restIsAutoregressive ? $"{rest}" : "1");
        yield return Line(
            "ici_tensor_parallelism",
            $"{tensor}",
            $"divides the {heads} key-value heads; the product of all three is the {Slice.Devices} devices of a slice"
        );
    }

    private IEnumerable<string> QuantizationFlags() =>
        [
            Line(
                "checkpoint_is_quantized",
                IsQuantized ? "true" : "null",
                IsQuantized ? "to int8" : "a checkpoint in bf16"
            ),
            Line("quantization", IsQuantized ? "int8" : "null"),
            Line("quantize_kvcache", IsQuantized ? "true" : "null"),
        ];
}
