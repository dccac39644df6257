using System.Collections.Immutable;

namespace Infra.Model.MaxText;

/// <summary>A flag of MaxText that is checked here, with what it holds and its default.</summary>
/// <param name="Name">The flag's name.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Default">Its value where it is not set.</param>
public sealed record MaxTextFlag(string Name, MaxTextFlagKind Kind, string Default)
{
    /// <summary>The axes over which a slice's chips are divided, in the order of MaxText's mesh.</summary>
    public static ImmutableArray<string> Axes { get; } =
    [
        "ici_data_parallelism",
        "ici_pipeline_parallelism",
        "ici_fsdp_parallelism",
        "ici_fsdp_transpose_parallelism",
        "ici_sequence_parallelism",
        "ici_context_parallelism",
        "ici_context_autoregressive_parallelism",
        "ici_tensor_parallelism",
        "ici_tensor_transpose_parallelism",
        "ici_tensor_sequence_parallelism",
        "ici_expert_parallelism",
        "ici_autoregressive_parallelism",
    ];

    /// <summary>Every flag that is checked here.</summary>
    /// <remarks>
    /// Source of names, kinds and defaults: <c>MaxText/configs/base.yml</c> at b185423f (April 2025, the time of the JetStream images), to
    /// whose kinds <c>pyconfig.py</c> converts what the command line says.
    /// </remarks>
    public static ImmutableArray<MaxTextFlag> All { get; } =
    [
        .. Axes.Select(axis => Whole(axis, axis == "ici_fsdp_parallelism" ? "-1" : "1")),
        Whole("max_prefill_predict_length", "64"),
        Whole("max_target_length", "2048"),
        Whole("steps", "150001"),
        Whole("prometheus_port", "0"),
        Whole("jax_profiler_port", "9999"),
        new("per_device_batch_size", MaxTextFlagKind.Number, "12.0"),
        Truth("scan_layers", "true"),
        Truth("checkpoint_is_quantized", "false"),
        Truth("quantize_kvcache", "false"),
        Truth("async_checkpointing", "true"),
        Truth("enable_checkpointing", "true"),
        Truth("enable_model_warmup", "false"),
        Truth("enable_single_controller", "false"),
        Truth("enable_jax_profiler", "false"),
        Truth("stack_prefill_result_cache", "false"),
        Truth("inference_benchmark_test", "false"),
        Truth("reshape_q", "false"),
        Text("model_name", "default"),
        Text("load_full_state_path", ""),
        Text("quantization", ""),
        Text("quant_cfg_path", ""),
        Text("kv_quant_axis", "heads_and_dkv"),
        Text("kv_quant_dtype", "int8"),
        Text("dtype", "bfloat16"),
        Text("weight_dtype", "float32"),
        Text("attention", "autoselected"),
        Text("compute_axis_order", "0,1,2,3"),
        Text("prefill_cache_axis_order", "1,2,0,3"),
        Text("ar_cache_axis_order", "1,2,0,3"),
        Text("inference_server", "MaxtextInterleavedServer"),
    ];

    private static readonly Dictionary<string, MaxTextFlag> ByName = All.ToDictionary(
        flag => flag.Name,
        StringComparer.Ordinal
    );

    /// <summary>The flag of a name; null for one that is not checked here.</summary>
    public static MaxTextFlag? Find(string name) => ByName.GetValueOrDefault(name);

    private static MaxTextFlag Whole(string name, string byDefault) => new(name, MaxTextFlagKind.Whole, byDefault);

    private static MaxTextFlag Truth(string name, string byDefault) => new(name, MaxTextFlagKind.Truth, byDefault);

    private static MaxTextFlag Text(string name, string byDefault) => new(name, MaxTextFlagKind.Text, byDefault);
}

/// <summary>What the value of a flag is.</summary>
public enum MaxTextFlagKind
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>, whatever the case of its letters.</summary>
    Truth,

    /// <summary>Any text.</summary>
    Text,
}
