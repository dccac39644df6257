using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

public sealed class MemoryRulesTests
{
    private const string Llama405B =
        "topology: 4x4, preset: llama3.1-405b-batch, maxText: { flags: [ per_device_batch_size: ";

    private const string Gemma27B =
        "topology: 2x2, maxText: { flags: [ model_name: gemma2-27b, tokenizer_path: assets/tokenizer.gemma, ici_fsdp_parallelism: 1, ici_tensor_parallelism: 4, ";

    private const string Llama8B =
        "topology: 4x4, maxText: { flags: [ model_name: llama3-8b, tokenizer_path: assets/tokenizer_llama3.tiktoken, tokenizer_type: tiktoken, "
        + "weight_dtype: bfloat16";

    private const string MlperfLlama70B =
        "topology: 2x4, machineType: ct6e-standard-8t, maxText: { flags: [ model_name: llama2-70b, ici_fsdp_parallelism: 1, ici_tensor_parallelism: 8, "
        + "weight_dtype: bfloat16, quantization: int8, checkpoint_is_quantized: true, quantize_kvcache: true, per_device_batch_size: ";

    [Theory]
    [InlineData(
        "OutOfMemory",
        Severity.Error,
        $"{Llama405B}14 ] }}",
        $"{Llama405B}13 ] }}",
        "llama3.1-405b needs 33.58 of 33.55 GB per chip at per_device_batch_size 14 (100.1 %). Allowed: per_device_batch_size at most 13"
    )]
    [InlineData(
        "LowMemoryHeadroom",
        Severity.Warning,
        $"{Llama405B}7 ] }}",
        $"{Llama405B}6 ] }}",
        "at per_device_batch_size 7 (95.5 %), and up to 32.29 GB (96.2 %) with prefill results that wait for a slot"
    )]
    [InlineData(
        "LowMemoryHeadroom",
        Severity.Warning,
        $"{Llama405B}10 ] }}",
        $"{Llama405B}6 ] }}",
        "(100.5 %), and up to 33.97 GB (101.3 %) with prefill results that wait for a slot; 31.33 GB (93.4 %) if the image's MaxText is from before 2025-04-02"
    )]
    [InlineData(
        "OutOfMemory",
        Severity.Error,
        $"{MlperfLlama70B}100, kv_quant_dtype: int8 ] }}",
        $"{MlperfLlama70B}100, kv_quant_dtype: int4 ] }}",
        "Allowed: per_device_batch_size at most 71"
    )]
    [InlineData(
        "OutOfMemory",
        Severity.Error,
        $"{MlperfLlama70B}71, kv_quant_axis: dkv ] }}",
        $"{MlperfLlama70B}64, kv_quant_dtype: int4 ] }}",
        "Allowed: per_device_batch_size at most 64"
    )]
    public void A_model_must_fit_the_memory(
        string rule,
        Severity severity,
        string wrong,
        string right,
        string message
    ) => RefusesUnless(rule, severity, wrong, right, message);

    [Theory]
    [InlineData(
        "OutOfMemory",
        Severity.Error,
        $"{Gemma27B}per_device_batch_size: 12 ] }}",
        $"{Gemma27B}per_device_batch_size: 12, weight_dtype: bfloat16 ] }}",
        "Allowed: weight_dtype bfloat16, or an int8 checkpoint (quantization int8, checkpoint_is_quantized true), or quantize_kvcache true"
    )]
    [InlineData(
        "OutOfMemory",
        Severity.Error,
        $"{Llama8B} ] }}",
        $"{Llama8B}, ici_fsdp_parallelism: 2, ici_tensor_parallelism: 8 ] }}",
        "Allowed: ici_tensor_parallelism 8 with ici_fsdp_parallelism 2, or quantize_kvcache true, or per_device_batch_size at most 7"
    )]
    public void The_most_effective_remedies_are_named_before_a_smaller_batch(
        string rule,
        Severity severity,
        string wrong,
        string right,
        string message
    ) => RefusesUnless(rule, severity, wrong, right, message);

    [Fact]
    public void If_no_batch_fits_all_remedies_are_named() =>
        RuleStack.Refuses(
            "OutOfMemory",
            RuleStack.Existing(
                "topology: 4x4, preset: llama3.1-405b-batch, maxText: { flags: [ quantization: '', checkpoint_is_quantized: false ] }"
            ),
            "servings[0].maxText.flags",
            "Allowed: an int8 checkpoint (quantization int8, checkpoint_is_quantized true)"
        );

    [Fact]
    public void If_no_remedy_suffices_more_chips_are_suggested() =>
        RuleStack.Refuses(
            "OutOfMemory",
            RuleStack.Existing(
                "topology: 2x2, preset: llama3.1-405b-batch, maxText: { flags: [ ici_autoregressive_parallelism: 1, ici_tensor_parallelism: 4 ] }"
            ),
            "servings[0].maxText.flags",
            "Allowed: more chips or a smaller max_target_length, because no per_device_batch_size fits"
        );

    private static void RefusesUnless(string rule, Severity severity, string wrong, string right, string message)
    {
        var problem = Assert.Single(
            StackText.Load(RuleStack.Existing(wrong)).Problems,
            problem => problem.Rule == rule
        );
        var neighbor = StackText.Load(RuleStack.Existing(right)).Problems;

        Assert.Equal(severity, problem.Severity);
        Assert.StartsWith("servings[0].maxText.flags", problem.Key, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(neighbor, other => other.Severity <= severity);
    }
}
