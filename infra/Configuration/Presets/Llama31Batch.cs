using Infra.Configuration.Binding;
using Infra.Model.Servings;
using Infra.Model.Tpu;

namespace Infra.Configuration.Presets;

/// <summary>Llama 3.1 405B, quantized to int8, for batches of prompts on one 4x4 slice.</summary>
internal static class Llama31Batch
{
    /// <summary>What the guide states.</summary>
    public static ServingSettings Settings { get; } =
        new()
        {
            Name = Known.Name("llama3-405b"),
            Topology = Known.Topology("4x4"),
            MachineType = MachineType.FourChips,
            Slices = 1,
            MaxText = new()
            {
                Config = "MaxText/configs/v5e/inference/llama3_405b_v5e-64.yml",
                Flags = FlagList.Of(
                    ("model_name", "llama3.1-405b"),
                    (ServingFlags.LoadParametersPath, ""),
                    ("max_prefill_predict_length", "1024"),
                    ("max_target_length", "2048"),
                    ("async_checkpointing", "false"),
                    ("steps", "1"),
                    ("ici_fsdp_parallelism", "1"),
                    ("ici_autoregressive_parallelism", "2"),
                    ("ici_tensor_parallelism", "8"),
                    ("scan_layers", "false"),
                    ("weight_dtype", "bfloat16"),
                    ("per_device_batch_size", "10"),
                    ("enable_single_controller", "true"),
                    ("quantization", "int8"),
                    ("quantize_kvcache", "true"),
                    ("checkpoint_is_quantized", "true"),
                    ("enable_model_warmup", "true")
                ),
            },
            Containers = new()
            {
                PathwaysRm = new()
                {
                    Flags = FlagList.Of(
                        (
                            "temporary_flags_for_debugging",
                            "temporary_flag_for_debugging_worker_expected_tpu_chip_config=megachip_tccontrol"
                        )
                    ),
                },
            },
            Probes = new()
            {
                Startup = new()
                {
                    InitialDelaySeconds = 900,
                    PeriodSeconds = 1,
                    FailureThreshold = 10_000,
                },
                Liveness = new() { PeriodSeconds = 60, FailureThreshold = 10 },
                Readiness = new() { PeriodSeconds = 60, FailureThreshold = 10 },
            },
        };
}
