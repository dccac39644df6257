using Infra.Configuration.Binding;
using Infra.Model.Servings;
using Infra.Model.Tpu;

namespace Infra.Configuration.Presets;

/// <summary>Llama 2 70B, quantized to int8, with prefill and generate each on a two-host 2x4 slice of its own.</summary>
internal static class Llama2Disaggregated
{
    /// <summary>What the guide states.</summary>
    public static ServingSettings Settings { get; } =
        new()
        {
            Name = Known.Name("llama2-70b"),
            Topology = Known.Topology("2x4"),
            MachineType = MachineType.FourChips,
            Slices = 2,
            MaxText = new()
            {
                Config = "MaxText/configs/base.yml",
                Flags = FlagList.Of(
                    ("tokenizer_path", "assets/tokenizer.llama2"),
                    (ServingFlags.LoadParametersPath, ""),
                    ("max_prefill_predict_length", "1024"),
                    ("max_target_length", "2048"),
                    ("model_name", "llama2-70b"),
                    ("ici_fsdp_parallelism", "1"),
                    ("ici_autoregressive_parallelism", "1"),
                    ("ici_tensor_parallelism", "-1"),
                    ("scan_layers", "false"),
                    ("weight_dtype", "bfloat16"),
                    ("per_device_batch_size", "1"),
                    ("checkpoint_is_quantized", "true"),
                    ("quantization", "int8"),
                    ("quantize_kvcache", "true"),
                    ("compute_axis_order", "0,2,1,3"),
                    ("ar_cache_axis_order", "0,2,1,3"),
                    ("stack_prefill_result_cache", "True"),
                    ("inference_server", "ExperimentalMaxtextDisaggregatedServer_8"),
                    ("inference_benchmark_test", "True"),
                    ("enable_model_warmup", "True")
                ),
            },
            Containers = new()
            {
                JaxTpu = new() { Env = [new() { Name = Known.Variable("LOG_LEVEL"), Value = "INFO" }] },
            },
            Probes = new()
            {
                Startup = new()
                {
                    InitialDelaySeconds = 240,
                    PeriodSeconds = 1,
                    FailureThreshold = 10_000,
                },
                Liveness = new() { PeriodSeconds = 60, FailureThreshold = 100 },
                Readiness = new() { PeriodSeconds = 60, FailureThreshold = 100 },
            },
        };
}
