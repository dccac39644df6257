using System.Globalization;
using Infra.Configuration.Binding;
using Infra.Model.Memory;
using Infra.Model.Servings;

namespace Infra.Model.MaxText;

/// <summary>How MaxText is set up: its flags with MaxText's own defaults beneath, read as MaxText reads them.</summary>
/// <remarks>What cannot be read as its kind is null here, and a rule tells of it.</remarks>
/// <param name="Config">The configuration file inside the image.</param>
/// <param name="Flags">The flags that are set.</param>
/// <param name="Stated">The architecture that the settings state; null where they leave it to the model's name.</param>
public sealed record MaxTextSetup(string Config, FlagList Flags, ModelArchitecture? Stated)
{
    /// <summary>The name of MaxText's own little model, which is what it serves when no other is named.</summary>
    public const string NoModel = "default";

    /// <summary>How MaxText is set up for a serving.</summary>
    public static MaxTextSetup Of(Serving serving) =>
        new(serving.MaxText.Config, serving.MaxTextFlags, serving.Architecture);

    /// <summary>The model's name, from the flags or else from the configuration file.</summary>
    public string ModelName => Flags.Find("model_name")?.Value ?? KnownModels.FindByConfig(Config) ?? NoModel;

    /// <summary>The model's dimensions; null when they are neither known nor stated.</summary>
    public ModelArchitecture? Architecture => KnownModels.Find(ModelName) ?? Stated;

    /// <summary>Prompts at a time for each chip.</summary>
    public double? BatchPerDevice => Number("per_device_batch_size");

    /// <summary>Tokens of a prompt and its answer together.</summary>
    public int? TargetLength => Whole("max_target_length");

    /// <summary>Tokens of the longest prompt.</summary>
    public int? PrefillLength => Whole("max_prefill_predict_length");

    /// <summary>How weights are quantized; empty for not at all.</summary>
    public string Quantization => Text("quantization");

    /// <summary>Whether the checkpoint holds quantized weights.</summary>
    public bool? CheckpointIsQuantized => Truth("checkpoint_is_quantized");

    /// <summary>Whether the cache is quantized.</summary>
    public bool? QuantizesCache => Truth("quantize_kvcache");

    /// <summary>How weights that are not quantized are kept; null for a format that is not known here.</summary>
    public NumberFormat? WeightFormat => Format("weight_dtype");

    /// <summary>How a cache that is not quantized is kept; null for a format that is not known here.</summary>
    public NumberFormat? CacheFormat => QuantizesCache is true ? NumberFormat.Quantized : Format("dtype");

    /// <summary>The text of a flag, or else MaxText's default.</summary>
    public string Text(string name) => Flags.Find(name)?.Value ?? MaxTextFlag.Find(name)?.Default ?? "";

    /// <summary>A flag as a whole number; null when it is none.</summary>
    public int? Whole(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>A flag as a number; null when it is none.</summary>
    public double? Number(string name)
    {
        const NumberStyles Styles =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return
            double.TryParse(Text(name), Styles, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
    }

    /// <summary>A flag as a truth value; null when it is none.</summary>
    public bool? Truth(string name) =>
        Text(name).ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    private NumberFormat? Format(string name) =>
        NumberFormat.TryParse(Text(name), out var format) && format != NumberFormat.Quantized ? format : null;
}
