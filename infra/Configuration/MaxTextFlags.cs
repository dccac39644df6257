using System.Collections.Immutable;
using Infra.Model.Memory;

namespace Infra.Configuration;

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
            "The model's architecture, by MaxText's name. Memory is estimated for those that are offered here; MaxText may know more."
        )
        {
            Choices = [.. KnownModels.All.Select(model => model.Name)],
        },
        new(
            "tokenizer_path",
            "The tokenizer's file inside the image; not needed where `maxText.config` names it.",
            "assets/tokenizer.llama2",
            "assets/tokenizer_llama3.tiktoken"
        ),
        new(
            "tokenizer_type",
            "What the tokenizer's file is. Later builds of MaxText ask for `tiktoken` with `tokenizer_llama3.tiktoken`; Google's guide leaves it out."
        )
        {
            Choices = ["sentencepiece", "tiktoken", "huggingface"],
        },
        new(
            "ici_fsdp_parallelism",
            $"How many ways weights are spread as in training: 1 to serve. {Mesh} MaxText's default is -1.",
            "1"
        ),
        new(
            "ici_autoregressive_parallelism",
            $"How many ways answers in progress are spread. {Mesh} MaxText's default is 1.",
            "1",
            "2"
        ),
        new(
            "ici_tensor_parallelism",
            $"How many ways each layer is spread. It has to divide the model's key-value heads: 8 for Llama 2 70B and every Llama 3. {Mesh}",
            "8",
            "-1"
        ),
        new(
            "per_device_batch_size",
            "Prompts at a time for each chip, each with room for its cache. Lower it where memory does not suffice.",
            "6"
        ),
        new("max_prefill_predict_length", "The longest prompt, in tokens; above 0.", "1024"),
        new(
            "max_target_length",
            "Prompt and answer together, in tokens; no less than `max_prefill_predict_length`.",
            "2048"
        ),
        Switch(
            "scan_layers",
            "Whether the checkpoint holds all layers as one array; one that was converted to serve does not."
        ),
        new("weight_dtype", "The number format of weights that are not quantized. MaxText's default is float32.")
        {
            Choices = ["bfloat16", "float32"],
        },
        new("quantization", "How the checkpoint's weights are quantized; left out, they are not.", "int8"),
        Switch(
            "checkpoint_is_quantized",
            "Whether the checkpoint is quantized already. If not, it is loaded whole and has to fit."
        ),
        Switch("quantize_kvcache", "Whether the cache is kept as int8, in half the room."),
        new("compute_axis_order", "The order of axes in computing attention.") { Choices = ["0,1,2,3", "0,2,1,3"] },
        new("ar_cache_axis_order", "The order of axes in the cache of answers in progress.", "0,2,1,3"),
        Switch("stack_prefill_result_cache", "Whether the caches of all layers go from prefill to generate as one."),
        new(
            "inference_server",
            "How prefill and generate share the chips; the disaggregated one takes `slices: 2` of 8 chips each."
        )
        {
            Choices = ["MaxtextInterleavedServer", "ExperimentalMaxtextDisaggregatedServer_8"],
        },
        Switch(
            "enable_single_controller",
            "Whether one JAX client drives all hosts, as Pathways has it. The guide sets it for one slice."
        ),
        Switch(
            "enable_model_warmup",
            "Whether everything is compiled before the first prompt, and not while that waits."
        ),
    ];

    private static KnownFlag Switch(string name, string text) => new(name, text) { Choices = ["true", "false"] };
}
