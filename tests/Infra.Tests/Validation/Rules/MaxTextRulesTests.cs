using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

public sealed class MaxTextRulesTests
{
    private const string Llama3 =
        "model_name: llama3-8b, tokenizer_path: assets/tokenizer_llama3.tiktoken, tokenizer_type: tiktoken";

    private const string Disaggregated =
        "topology: 2x4, machineType: ct6e-standard-4t, slices: 2, maxText: { flags: [ inference_server: ExperimentalMaxtextDisaggregatedServer_8, ";

    [Theory]
    [InlineData("ici_tensor_parallelism: many", "ici_tensor_parallelism: 4", "ici_tensor_parallelism", "an integer")]
    [InlineData("max_target_length: 2.5", "max_target_length: 2500", "max_target_length", "an integer")]
    [InlineData("per_device_batch_size: few", "per_device_batch_size: 2.5", "per_device_batch_size", "a number")]
    [InlineData("scan_layers: 1", "scan_layers: False", "scan_layers", "true, false")]
    [InlineData("quantize_kvcache: maybe", "quantize_kvcache: 'True'", "quantize_kvcache", "true, false")]
    [InlineData("weight_dtype: int8", "weight_dtype: bfloat16", "weight_dtype", "float32, bfloat16")]
    [InlineData("dtype: bf16", "dtype: float32", "dtype", "float32, bfloat16")]
    [InlineData("quantization: int4", "quantization: int8", "quantization", "int8, intmp, fp8")]
    [InlineData("attention: pallas", "attention: dot_product", "attention", "autoselected, dot_product, paged")]
    [InlineData("attention: flash", "attention: autoselected", "attention", "autoselected, dot_product, paged")]
    [InlineData("tokenizer_type: tokenizers", "tokenizer_type: sentencepiece", "tokenizer_type", "huggingface")]
    [InlineData(
        "decode_sampling_nucleus_p: 0.9",
        "decode_sampling_nucleus_p: 1",
        "decode_sampling_nucleus_p",
        "an integer"
    )]
    [InlineData(
        "decode_sampling_temperature: warm",
        "decode_sampling_temperature: 0.7",
        "decode_sampling_temperature",
        "a number"
    )]
    [InlineData("use_ragged_attention: 1", "use_ragged_attention: true", "use_ragged_attention", "true, false")]
    [InlineData("mesh_axes: data", "mesh_axes: '[data,fsdp]'", "mesh_axes", "a list in brackets")]
    [InlineData("kv_quant_axis: heads", "kv_quant_axis: dkv", "kv_quant_axis", "dkv, heads_and_dkv")]
    [InlineData("kv_quant_dtype: int2", "kv_quant_dtype: int4", "kv_quant_dtype", "int8, int4, fp8")]
    [InlineData(
        "compute_axis_order: '1,2,0,3'",
        "compute_axis_order: '0,2,1,3'",
        "compute_axis_order",
        "\"0,1,2,3\", \"0,2,1,3\""
    )]
    public void A_flag_requires_a_value_of_the_type_that_MaxText_expects(
        string wrong,
        string right,
        string key,
        string accepted
    ) => CheckFlags("InvalidFlagValue", "topology: 2x2", wrong, right, key, accepted);

    [Theory]
    [InlineData("4x4", "ici_fsdp_parallelism: 8", "ici_fsdp_parallelism: 16", "ici_fsdp_parallelism", "product 16")]
    [InlineData("4x4", "ici_fsdp_parallelism: 1", "ici_fsdp_parallelism: -1", "ici_fsdp_parallelism", "product 16")]
    [InlineData(
        "4x4",
        "ici_tensor_parallelism: 3",
        "ici_tensor_parallelism: 4",
        "ici_tensor_parallelism",
        "divides 16"
    )]
    [InlineData(
        "4x4",
        "ici_tensor_parallelism: 32",
        "ici_tensor_parallelism: 16",
        "ici_tensor_parallelism",
        "divides 16"
    )]
    [InlineData(
        "4x4",
        "ici_tensor_parallelism: -1",
        "ici_tensor_parallelism: 8",
        "ici_tensor_parallelism",
        "at most one"
    )]
    [InlineData(
        "4x4",
        "ici_expert_parallelism: 0",
        "ici_expert_parallelism: 2",
        "ici_expert_parallelism",
        "at least 1, or -1"
    )]
    [InlineData(
        "4x4",
        "ici_data_parallelism: -2",
        "ici_sequence_parallelism: 2",
        "ici_data_parallelism",
        "at least 1, or -1"
    )]
    [InlineData("1x1", "ici_tensor_parallelism: 2", "ici_tensor_parallelism: 1", "ici_tensor_parallelism", "divides 1")]
    [InlineData(
        "4x4",
        "ici_pipeline_parallelism: 2147483647",
        "ici_pipeline_parallelism: 2",
        "ici_pipeline_parallelism",
        "divides 16"
    )]
    public void Parallelisms_multiply_to_the_chips_of_a_slice(
        string topology,
        string wrong,
        string right,
        string key,
        string accepted
    ) => CheckFlags("MeshSizeMismatch", $"topology: {topology}", wrong, right, key, accepted);

    [Fact]
    public void The_message_names_the_parallelism_that_is_not_set()
    {
        var problems = StackText
            .Load(RuleStack.Existing("maxText: { flags: [ ici_tensor_parallelism: -1 ] }"))
            .Problems;

        Assert.Contains("(ici_fsdp_parallelism by default)", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topology: 4x4", "16", "8", "1, 2, 4, 8")]
    [InlineData("topology: 2x2", "4", "2", "1, 2")]
    public void The_tensor_axis_divides_the_key_value_heads(string slice, string wrong, string right, string accepted)
    {
        var model = slice.EndsWith("4x4", StringComparison.Ordinal) ? "llama3-8b" : "qwen2.5-1.5b";
        const string tokenizer = "tokenizer_path: mine, tokenizer_type: huggingface";
        const string image = "images: { jetStream: example.com/jetstream:v9 }";
        var serving =
            $"{slice}, {image}, maxText: {{ flags: [ model_name: {model}, {tokenizer}, weight_dtype: bfloat16, ici_tensor_parallelism: ";

        RuleStack.Refuses(
            "TensorParallelismMismatch",
            RuleStack.Existing($"{serving}{wrong} ] }}"),
            "servings[0].maxText.flags[4].ici_tensor_parallelism",
            accepted
        );
        RuleStack.Accepts(RuleStack.Existing($"{serving}{right} ] }}"));
    }

    [Theory]
    [InlineData(
        "max_prefill_predict_length: 0",
        "max_prefill_predict_length: 1",
        "max_prefill_predict_length",
        "at least 1"
    )]
    [InlineData("max_prefill_predict_length: 2048", "max_prefill_predict_length: 2047", "", "at least 2049")]
    [InlineData("max_target_length: 64", "max_target_length: 65", "max_target_length", "at least 65")]
    [InlineData(
        "max_target_length: 1024, max_prefill_predict_length: 1024",
        "max_target_length: 1025, max_prefill_predict_length: 1024",
        "max_target_length",
        "at least 1025"
    )]
    public void Prompt_and_answer_must_fit_the_target_length(string wrong, string right, string key, string accepted) =>
        CheckFlags("InvalidSequenceLength", "topology: 2x2", wrong, right, key, accepted);

    [Theory]
    [InlineData("per_device_batch_size: 0", "per_device_batch_size: 0.25", "at least 0.25")]
    [InlineData("per_device_batch_size: -1", "per_device_batch_size: 1", "at least 0.25")]
    [InlineData("per_device_batch_size: 0.2", "per_device_batch_size: 0.3", "at least 0.25")]
    public void At_least_one_decode_slot_is_required(string wrong, string right, string accepted) =>
        CheckFlags("NoDecodeSlots", "topology: 2x2", wrong, right, "per_device_batch_size", accepted);

    [Theory]
    [InlineData(
        "quantization: intmp",
        "quantization: intmp, quant_cfg_path: a.json",
        "quantization",
        "path of a configuration"
    )]
    [InlineData(
        "kv_quant_axis: '', quantize_kvcache: true",
        "kv_quant_axis: ''",
        "kv_quant_axis",
        "dkv, heads_and_dkv"
    )]
    public void Quantization_must_be_supported_by_MaxText(string wrong, string right, string key, string accepted) =>
        CheckFlags("IncompleteQuantization", "topology: 2x2", wrong, right, key, accepted);

    [Theory]
    [InlineData(
        "checkpoint_is_quantized: true",
        "checkpoint_is_quantized: true, quantization: int8",
        "checkpoint_is_quantized",
        "int8"
    )]
    [InlineData(
        "load_full_state_path: gs://mine/state",
        "load_full_state_path: ''",
        "load_full_state_path",
        "Remove it"
    )]
    [InlineData("enable_checkpointing: false", "enable_checkpointing: true", "enable_checkpointing", "true")]
    public void The_checkpoint_flags_must_match_the_checkpoint(
        string wrong,
        string right,
        string key,
        string accepted
    ) => CheckFlags("CheckpointFlagMismatch", "topology: 2x2", wrong, right, key, accepted);

    [Theory]
    [InlineData("int8", "checkpoint_is_quantized: false", "checkpoint_is_quantized: true, quantization: int8")]
    [InlineData("bf16/items", "checkpoint_is_quantized: true, quantization: int8", "checkpoint_is_quantized: false")]
    public void A_checkpoint_path_that_contradicts_its_flags_is_a_warning(string path, string wrong, string right)
    {
        var serving = $"checkpoint: gs://mine/{path}, maxText: {{ flags: [ ";

        RuleStack.Refuses(
            "CheckpointFlagMismatch",
            RuleStack.Existing($"{serving}{wrong} ] }}"),
            "servings[0].checkpoint",
            "checkpoint_is_quantized",
            Severity.Warning
        );
        RuleStack.Accepts(RuleStack.Existing($"{serving}{right} ] }}"));
    }

    [Theory]
    [InlineData("ar_cache_axis_order: '0,1,2'", "ar_cache_axis_order: '2,0,1,3'", "ar_cache_axis_order", "any order")]
    [InlineData(
        "prefill_cache_axis_order: '0,0,1,2'",
        "prefill_cache_axis_order: '3,2,1,0'",
        "prefill_cache_axis_order",
        "any order"
    )]
    public void Axis_orders_must_be_those_of_MaxText(string wrong, string right, string key, string accepted) =>
        CheckFlags("InvalidAxisOrder", "topology: 2x2", wrong, right, key, accepted);

    [Theory]
    [InlineData(
        "topology: 2x2",
        1,
        "ExperimentalMaxtextDisaggregatedServer_8",
        "MaxtextInterleavedServer",
        "MaxtextInterleavedServer"
    )]
    [InlineData(
        "topology: 4x4",
        2,
        "ExperimentalMaxtextDisaggregatedServer_8",
        "ExperimentalMaxtextDisaggregatedServer_16",
        "_16"
    )]
    [InlineData(
        "topology: 2x4, machineType: ct6e-standard-4t",
        2,
        "MaxtextInterleavedServer",
        "ExperimentalMaxtextDisaggregatedServer_8",
        "_8"
    )]
    [InlineData(
        "topology: 2x4, machineType: ct6e-standard-8t",
        2,
        "ExperimentalMaxtextDisaggregatedServer_16",
        "ExperimentalMaxtextDisaggregatedServer_8",
        "_8"
    )]
    [InlineData("topology: 2x2", 1, "MyServer", "MaxtextInterleavedServer", "MaxtextInterleavedServer")]
    public void The_server_matches_the_number_of_slices(
        string slice,
        int slices,
        string wrong,
        string right,
        string accepted
    ) =>
        CheckFlags(
            "InferenceServerMismatch",
            $"{slice}, slices: {slices}",
            $"inference_server: {wrong}, inference_benchmark_test: true",
            $"inference_server: {right}, inference_benchmark_test: true",
            "inference_server",
            accepted
        );

    [Theory]
    [InlineData("topology: 4x8, slices: 2")]
    [InlineData("topology: 2x4, machineType: ct6e-standard-4t, slices: 3")]
    public void A_custom_image_may_have_servers_that_the_default_one_lacks(string serving)
    {
        const string flags = "maxText: { flags: [ inference_server: MyServer, inference_benchmark_test: true ] }";

        RuleStack.Refuses(
            "InferenceServerMismatch",
            RuleStack.Existing($"{serving}, {flags}"),
            "servings[0].maxText.flags[0].inference_server",
            "images.jetStream"
        );
        RuleStack.Accepts(RuleStack.Existing($"{serving}, {flags}, images: {{ jetStream: example.com/jetstream:v9 }}"));
    }

    [Fact]
    public void A_disaggregated_server_uses_only_its_own_slice()
    {
        RuleStack.Refuses(
            "InferenceServerMismatch",
            RuleStack.Existing($"{Disaggregated}inference_benchmark_test: false ] }}"),
            "servings[0].maxText.flags[1].inference_benchmark_test",
            "true",
            Severity.Warning
        );
        RuleStack.Accepts(RuleStack.Existing($"{Disaggregated}inference_benchmark_test: true ] }}"));
    }

    [Theory]
    [InlineData("ModelNotInImage", "qwen3-8b", "images.jetStream")]
    [InlineData("UnknownArchitecture", "deepseek2-16b", "gemma-2b")]
    public void A_model_that_is_not_known_is_a_warning(string rule, string model, string accepted)
    {
        const string flags =
            "topology: 2x4, machineType: ct6e-standard-8t, maxText: { flags: [ weight_dtype: bfloat16, per_device_batch_size: 1, model_name: ";

        RuleStack.Refuses(
            rule,
            RuleStack.Existing($"{flags}{model} ] }}"),
            "servings[0].maxText.flags[2].model_name",
            accepted,
            Severity.Warning
        );
        RuleStack.Accepts(RuleStack.Existing($"{flags}llama2-7b ] }}"));
    }

    [Fact]
    public void Other_models_are_allowed_with_a_custom_image() =>
        RuleStack.Accepts(
            RuleStack.Existing(
                "topology: 4x4, images: { jetStream: example.com/jetstream:v9 }, maxText: { flags: [ model_name: qwen3-8b, tokenizer_path: mine, per_device_batch_size: 1 ] }"
            )
        );

    [Fact]
    public void A_serving_without_a_known_model_gets_a_note_that_its_memory_is_not_checked()
    {
        var stack = RuleStack
            .Existing("slices: 1")
            .Replace(StackText.SmallModel, "replicas: 1", StringComparison.Ordinal);

        RuleStack.Refuses(
            "UnknownArchitecture",
            stack,
            "servings[0].maxText.flags",
            "model_name is not set",
            Severity.Warning
        );
    }

    [Fact]
    public void The_architecture_of_a_known_model_must_not_be_set()
    {
        const string flags = $"topology: 4x4, maxText: {{ flags: [ {Llama3}, per_device_batch_size: 1 ] }}";

        RuleStack.Refuses(
            "RedundantArchitecture",
            RuleStack.Existing($"{flags}, {StackText.SmallModel}"),
            "servings[0].architecture",
            "that of llama3-8b is known"
        );
        RuleStack.Accepts(RuleStack.Existing(flags));
    }

    [Fact]
    public void Replicated_weights_are_a_warning()
    {
        const string serving = "topology: 2x2, maxText: { flags: [ ici_data_parallelism: ";

        RuleStack.Refuses(
            "DataParallelReplication",
            RuleStack.Existing($"{serving}2 ] }}"),
            "servings[0].maxText.flags[0].ici_data_parallelism",
            "1",
            Severity.Warning
        );
        RuleStack.Accepts(RuleStack.Existing($"{serving}1 ] }}"));
    }

    [Fact]
    public void An_environment_variable_must_not_set_a_flag()
    {
        const string serving = "containers: { jaxTpu: { env: [ { value: '1', name: ";

        RuleStack.Refuses(
            "MaxTextEnvOverride",
            RuleStack.Existing($"{serving}M_PER_DEVICE_BATCH_SIZE }} ] }} }}"),
            "servings[0].containers.jaxTpu.env[0].name",
            "per_device_batch_size"
        );
        RuleStack.Accepts(RuleStack.Existing($"{serving}MY_BATCH }} ] }} }}"));
    }

    private static void CheckFlags(string rule, string serving, string wrong, string right, string key, string accepted)
    {
        var place = key.Length == 0 ? "servings[0].maxText.flags" : $"servings[0].maxText.flags[0].{key}";

        RuleStack.Refuses(rule, RuleStack.Existing($"{serving}, maxText: {{ flags: [ {wrong} ] }}"), place, accepted);
        var problems = StackText.Load(RuleStack.Existing($"{serving}, maxText: {{ flags: [ {right} ] }}")).Problems;
        Assert.DoesNotContain(problems, problem => problem.Severity == Severity.Error);
    }
}
