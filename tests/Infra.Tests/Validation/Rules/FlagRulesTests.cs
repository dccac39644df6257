using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>Names of flags, what the image and the model's own file make of them, and flags of slices.</summary>
public sealed class FlagRulesTests
{
    private const string OtherImage = "images: { jetStream: 'example.com/jetstream:v9' }";

    [Theory]
    [InlineData(
        "per_device_batchsize: 6",
        "per_device_batch_size: 6",
        "per_device_batchsize",
        "\"per_device_batch_size\""
    )]
    [InlineData(
        "ici_tensor_paralellism: 4",
        "ici_tensor_parallelism: 4",
        "ici_tensor_paralellism",
        "\"ici_tensor_parallelism\""
    )]
    [InlineData("max_target_len: 100", "max_target_length: 100", "max_target_len", "\"max_target_length\"")]
    [InlineData("tokeniser_path: x", "tokenizer_path: x", "tokeniser_path", "\"tokenizer_path\"")]
    [InlineData("sharding_strategy: experimental", "replicate_quant_scale: true", "sharding_strategy", "base.yml")]
    public void An_unknown_MaxText_flag_is_refused_with_a_suggestion(
        string wrong,
        string right,
        string key,
        string expected
    )
    {
        var place = $"servings[0].maxText.flags[0].{key}";

        RuleStack.Refuses("UnknownFlag", Flags(wrong), place, expected);
        RuleStack.Accepts(Flags(right));
        RuleStack.Refuses("UnknownFlag", Flags(wrong, OtherImage), place, "may be unknown", Severity.Warning);
    }

    [Fact]
    public void A_flag_newer_than_the_image_is_a_warning() =>
        RuleStack.Refuses(
            "UnknownFlag",
            Flags("enable_prefix_caching: true"),
            "servings[0].maxText.flags[0].enable_prefix_caching",
            "may be unknown",
            Severity.Warning
        );

    [Fact]
    public void A_flag_with_an_unknown_configuration_file_is_a_warning() =>
        RuleStack.Refuses(
            "UnknownFlag",
            RuleStack.Existing("maxText: { config: mine.yml, flags: [ my_flag: 1 ] }"),
            "servings[0].maxText.flags[0].my_flag",
            "may be unknown",
            Severity.Warning
        );

    [Fact]
    public void A_configuration_file_may_add_flags() =>
        RuleStack.Accepts(
            RuleStack.Existing(
                "topology: 4x4, maxText: { config: MaxText/configs/v5e/inference/llama3_405b_v5e-64.yml, flags: [ model_name: llama2-7b, weight_dtype: bfloat16, "
                    + "tokenizer_path: assets/tokenizer.llama2, per_device_batch_size: 1, ici_fsdp_parallelism: 1, ici_autoregressive_parallelism: 2, "
                    + "ici_tensor_parallelism: 8, sharding_strategy: experimental ] }"
            )
        );

    [Theory]
    [InlineData("llama2-70b", "logical_axis_rules: '[]'", "replicate_quant_scale: true", "logical_axis_rules")]
    [InlineData("llama2-7b", "vocab_size: 32000", "max_corpus_chars: 1", "vocab_size")]
    [InlineData("llama2-7b", "enable_dropout: false", "dropout_rate: 0", "enable_dropout")]
    public void A_flag_that_the_file_of_the_model_sets_is_refused(string model, string wrong, string right, string key)
    {
        var serving =
            $"topology: 4x4, maxText: {{ flags: [ model_name: {model}, weight_dtype: bfloat16, per_device_batch_size: 1, ";

        RuleStack.Refuses(
            "FlagSetByModel",
            RuleStack.Existing($"{serving}{wrong} ] }}"),
            $"servings[0].maxText.flags[3].{key}",
            $"MaxText's model file for {model}"
        );
        RuleStack.Accepts(RuleStack.Existing($"{serving}{right} ] }}"));
        RuleStack.Accepts(RuleStack.Existing($"{serving}{wrong} ] }}, {OtherImage}"));
    }

    [Fact]
    public void A_flag_of_a_preset_that_the_file_of_the_model_sets_is_named() =>
        RuleStack.Refuses(
            "FlagSetByModel",
            RuleStack.Existing("preset: llama2-70b-disaggregated, maxText: { flags: [ model_name: gpt3-6b ] }"),
            "servings[0].maxText.flags",
            "max_target_length is set by MaxText's model file for gpt3-6b"
        );

    [Fact]
    public void The_default_image_with_its_digest_is_the_default_image()
    {
        const string image = "us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0@sha256:";
        var digest = new string('0', 64);

        RuleStack.Refuses(
            "UnknownFlag",
            RuleStack.Existing($"{Small("step: 1")}, images: {{ jetStream: '{image}{digest}' }}"),
            "servings[0].maxText.flags[3].step",
            "unknown flag"
        );
        RuleStack.Accepts(RuleStack.Existing($"{Small("steps: 1")}, images: {{ jetStream: '{image}{digest}' }}"));

        static string Small(string flag) =>
            $"maxText: {{ flags: [ model_name: llama2-7b, weight_dtype: bfloat16, per_device_batch_size: 1, {flag} ] }}";
    }

    [Fact]
    public void A_model_without_its_own_file_allows_every_flag() => RuleStack.Accepts(Flags("vocab_size: 32000"));

    [Fact]
    public void A_flag_that_the_file_of_the_model_may_set_is_a_warning()
    {
        const string flags =
            "weight_dtype: bfloat16, per_device_batch_size: 1, model_name: llama3.1-8b, tokenizer_path: assets/tokenizer_llama3.tiktoken";

        RuleStack.Refuses(
            "FlagSetByModel",
            Flags($"{flags}, tokenizer_type: tiktoken", "topology: 4x4"),
            "servings[0].maxText.flags[4].tokenizer_type",
            "in which case MaxText exits. Remove it",
            Severity.Warning
        );
        RuleStack.Accepts(Flags(flags, "topology: 4x4"));
    }

    [Theory]
    [InlineData("prompt: I love to", "prompt: hello", "splits values at spaces")]
    [InlineData("dump_hlo_module_name: 'jit_*'", "dump_hlo_module_name: jit_", "a value without *, ? and [")]
    [InlineData("dump_hlo_module_name: 'jit_?'", "dump_hlo_module_name: jit_a", "a value without *, ? and [")]
    [InlineData("prompt: '[a]'", "prompt: (a)", "a value without *, ? and [")]
    [InlineData("train_data_columns: '[a, b]'", "train_data_columns: '[a,b]'", "splits values at spaces")]
    public void A_value_that_the_entrypoint_of_the_image_would_split_is_refused(
        string wrong,
        string right,
        string expected
    )
    {
        var place = $"servings[0].maxText.flags[0].{wrong.Split(':')[0]}";

        RuleStack.Refuses("SplitFlagValue", Flags(wrong), place, expected);
        RuleStack.Accepts(Flags(right));
        RuleStack.Refuses("SplitFlagValue", Flags(wrong, OtherImage), place, expected, Severity.Warning);
    }

    [Fact]
    public void A_checkpoint_that_the_entrypoint_of_the_image_would_split_is_refused()
    {
        RuleStack.Refuses(
            "SplitFlagValue",
            RuleStack.Existing("checkpoint: 'gs://mine/model-[1]'"),
            "servings[0].checkpoint",
            "a value without *, ? and ["
        );
        RuleStack.Accepts(RuleStack.Existing("checkpoint: gs://mine/model-1"));
    }

    [Theory]
    [InlineData("dcn_data_parallelism: 2", "dcn_data_parallelism: -1")]
    [InlineData("dcn_fsdp_parallelism: 0", "dcn_fsdp_parallelism: 1")]
    public void A_single_slice_has_no_DCN_axis(string wrong, string right)
    {
        RuleStack.Refuses(
            "SliceParallelismMismatch",
            Flags(wrong),
            $"servings[0].maxText.flags[0].{wrong.Split(':')[0]}",
            "1, or -1"
        );
        RuleStack.Accepts(Flags(right));
        RuleStack.Accepts(
            Flags(
                $"inference_server: ExperimentalMaxtextDisaggregatedServer_16, inference_benchmark_test: true, {wrong}",
                "topology: 4x4, slices: 2"
            )
        );
    }

    [Theory]
    [InlineData("model_name: deepseek2-16b, tokenizer_path: deepseek-ai/DeepSeek-V2-Lite, tokenizer_type: huggingface")]
    [InlineData("attention_type: mla")]
    public void The_cache_of_latent_attention_is_not_quantized(string model)
    {
        RuleStack.Refuses(
            "UnsupportedCacheQuantization",
            Flags($"quantize_kvcache: true, {model}"),
            "servings[0].maxText.flags[0].quantize_kvcache",
            "Allowed: false"
        );
        Assert.DoesNotContain(
            StackText.Load(Flags($"quantize_kvcache: false, {model}")).Problems,
            problem => problem.Severity == Severity.Error
        );
        RuleStack.Accepts(Flags("quantize_kvcache: true"));
    }

    private static string Flags(string flags, string serving = "topology: 2x2") =>
        RuleStack.Existing($"{serving}, maxText: {{ flags: [ {flags} ] }}");
}
