using System.Globalization;
using Infra.Model.Memory;
using Infra.Model.Servings;
using StackConfig.Binding;

namespace Infra.Model.MaxText;

/// <summary>The configuration of MaxText: its flags over those of its files, parsed as MaxText parses them.</summary>
/// <remarks>
/// A value that MaxText cannot parse is null; a rule reports it. MaxText reads its configuration file, then the flags, then the file of
/// the model, which must not set what a flag sets.
/// </remarks>
/// <param name="Config">The configuration file inside the image.</param>
/// <param name="Flags">The flags that are set.</param>
/// <param name="StatedArchitecture">The dimensions in the settings; null where the model's name implies them.</param>
public sealed record MaxTextSetup(string Config, FlagList Flags, ModelArchitecture? StatedArchitecture)
{
    /// <summary>The small model that MaxText serves where no other is named.</summary>
    public const string DefaultModel = "default";

    /// <summary>The configuration of a serving.</summary>
    public static MaxTextSetup From(Serving serving) =>
        new(serving.MaxText.Config, serving.MaxTextFlags, serving.Architecture);

    /// <summary>The model's name, from the flags, else from the configuration file.</summary>
    public string ModelName => Flags.Find("model_name")?.Value ?? ConfigFile.Model ?? DefaultModel;

    /// <summary>What is known of the configuration file.</summary>
    public ConfigFile ConfigFile => KnownModels.FindConfig(Config);

    /// <summary>The model's dimensions; null when they are unknown.</summary>
    public ModelArchitecture? Architecture => KnownModels.Find(ModelName) ?? StatedArchitecture;

    /// <summary>Prompts that each device decodes at a time; may be a fraction.</summary>
    public double? PerDeviceBatchSize => GetDouble("per_device_batch_size");

    /// <summary>The most tokens of a prompt and its answer together.</summary>
    public int? MaxTargetLength => GetInt("max_target_length");

    /// <summary>The most tokens of a prompt.</summary>
    public int? MaxPrefillLength => GetInt("max_prefill_predict_length");

    /// <summary>The quantization of weights; empty for none.</summary>
    public string Quantization => GetString("quantization");

    /// <summary>Whether the checkpoint contains quantized weights.</summary>
    public bool? CheckpointIsQuantized => GetBool("checkpoint_is_quantized");

    /// <summary>Whether the cache is quantized.</summary>
    public bool? QuantizeKvCache => GetBool("quantize_kvcache");

    /// <summary>The number format of weights that are not quantized; null for an unknown one.</summary>
    public NumberFormat? WeightFormat => GetFormat("weight_dtype") is { IsQuantized: false } format ? format : null;

    /// <summary>The number format of the cache; null for an unknown one.</summary>
    public CacheFormat? CacheFormat =>
        GetFormat(QuantizeKvCache is true ? "kv_quant_dtype" : "dtype") is { } format
        && format.IsQuantized == QuantizeKvCache is true
            ? new(format, ScalesEachHead: GetString("kv_quant_axis") == "dkv")
            : null;

    /// <summary>The value of a flag, from the model's file, the flags or the configuration file, else MaxText's default.</summary>
    public string GetString(string name) =>
        ImageFiles.FindModel(ModelName)?.Values.GetValueOrDefault(name)
        ?? Flags.Find(name)?.Value
        ?? Configured(name)
        ?? MaxTextFlag.Find(name)?.Default
        ?? "";

    /// <summary>A flag as an integer; null for another value.</summary>
    public int? GetInt(string name) =>
        int.TryParse(GetString(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>A flag as a finite number; null for another value.</summary>
    public double? GetDouble(string name)
    {
        const NumberStyles Styles =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return
            double.TryParse(GetString(name), Styles, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : null;
    }

    /// <summary>A flag as a Boolean, in any case; null for another value.</summary>
    public bool? GetBool(string name) =>
        GetString(name).ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    private string? Configured(string name) => ImageFiles.FindConfiguration(Config)?.Values.GetValueOrDefault(name);

    private NumberFormat? GetFormat(string name) =>
        NumberFormat.TryParse(GetString(name), out var format) ? format : null;
}
