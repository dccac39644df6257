using System.Collections.Immutable;
using Infra.Models;

namespace Infra.Settings.Servings;

/// <summary>The flags of MaxText that a serving mostly sets.</summary>
/// <remarks>
/// Source: <c>base.yml</c>, <c>pyconfig.py</c>, <c>max_utils.py</c>, <c>maxengine.py</c> and <c>maxengine_config.py</c> of
/// AI-Hypercomputer/maxtext at b185423 (2025-04-18), the time of the JetStream images, and the two cases of Google's guide.
/// </remarks>
public static class MaxTextFlags
{
    private const string Mesh =
        "The product of all `ici_…_parallelism` is the number of chips in a slice (16 for `4x4`); at most one may be -1, which takes what is left.";

    /// <summary>The flags, in an order in which they may be written.</summary>
    public static ImmutableArray<KnownFlag> All { get; } =
        [
            new(
                "model_name",
                "The model's architecture, by MaxText's name. Memory is estimated for those that are offered here; MaxText may know more.",
                [.. KnownModels.All.Select(model => model.Name)]
            ),
            new(
                "tokenizer_path",
                "The tokenizer's file inside the image; not needed where `maxText.config` names it.",
                "assets/tokenizer.llama2",
                "assets/tokenizer_llama3.tiktoken"
            ),
            new("ici_fsdp_parallelism", $"How many ways the weights are sharded as for training: 1 to serve. {Mesh} MaxText's default is -1.", "1"),
            new("ici_autoregressive_parallelism", $"How many ways prompts are shared out while answers are generated. {Mesh} MaxText's default is 1.", "1", "2"),
            new(
                "ici_tensor_parallelism",
                $"How many ways each layer is sharded. It has to divide the model's key-value heads: 8 for Llama 2 70B and every Llama 3. {Mesh}",
                "8",
                "4",
                "-1"
            ),
            new("per_device_batch_size", "Prompts at a time for each chip; each takes room for its cache. Lower it where memory does not suffice.", "1", "6"),
            new("max_prefill_predict_length", "The longest prompt, in tokens; above 0.", "1024"),
            new("max_target_length", "The longest prompt and answer together, in tokens; no less than `max_prefill_predict_length`.", "2048"),
            new("scan_layers", "Whether the checkpoint holds all layers in one array; checkpoints for serving do not.", "false"),
            new("weight_dtype", "The number format of weights that are not quantized.", "bfloat16"),
            new("quantization", "How weights are quantized; left out, they are not. It has to be what the checkpoint was converted with.", "int8"),
            new("checkpoint_is_quantized", "Whether the checkpoint is quantized already. If not, it has to fit whole before it is quantized.", "true", "false"),
            new("quantize_kvcache", "Whether the cache is kept as int8, in half the room.", "true", "false"),
            new("compute_axis_order", "The order of axes in computing attention: `0,1,2,3` or `0,2,1,3`.", "0,1,2,3", "0,2,1,3"),
            new("ar_cache_axis_order", "The order of axes in the cache while generating.", "1,2,0,3", "0,2,1,3"),
            new("stack_prefill_result_cache", "Whether the caches of all layers travel from prefill to generate as one.", "true", "false"),
            new(
                "inference_server",
                "How prefill and generate share the chips. With `slices: 2` of 8 chips each: `ExperimentalMaxtextDisaggregatedServer_8`.",
                "MaxtextInterleavedServer",
                "ExperimentalMaxtextDisaggregatedServer_8"
            ),
            new("enable_single_controller", "Whether one JAX client drives all hosts, as Pathways has it: true for one slice of several hosts.", "true"),
            new("enable_model_warmup", "Whether everything is compiled before the first prompt, rather than while it waits.", "true"),
            new("async_checkpointing", "Belongs to training: false to serve.", "false"),
        ];
}
