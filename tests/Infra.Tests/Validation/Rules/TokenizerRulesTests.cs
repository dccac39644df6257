using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>Every family of models with its tokenizer, and configuration files.</summary>
public sealed class TokenizerRulesTests
{
    private const string Llama3 = "tokenizer_path: assets/tokenizer_llama3.tiktoken";
    private const string OtherImage = "images: { jetStream: 'example.com/jetstream:v9' }";

    [Theory]
    [InlineData("llama2-7b", "assets/tokenizer.gemma", "assets/tokenizer.llama2")]
    [InlineData("gemma-7b", "assets/tokenizer.llama2", "assets/tokenizer.gemma")]
    [InlineData("gemma2-9b", "assets/tokenizer.gemma3", "assets/tokenizer.gemma")]
    [InlineData("gemma3-4b", "assets/tokenizer.gemma", "assets/tokenizer.gemma3")]
    [InlineData("mistral-7b", "assets/tokenizer.mistral-v3", "assets/tokenizer.mistral-v1")]
    [InlineData("mixtral-8x22b", "assets/tokenizer.mistral-v1", "assets/tokenizer.mistral-v3")]
    [InlineData("gemma-7b", "/maxtext/assets/tokenizer.llama2", "/maxtext/assets/tokenizer.gemma")]
    [InlineData("gemma-7b", "assets/tokenizer.llama2", "gs://mine/tokenizer.model")]
    public void A_model_has_the_tokenizer_of_its_family(string model, string wrong, string right)
    {
        RuleStack.Refuses(
            "TokenizerMismatch",
            Model(model, $"tokenizer_path: {wrong}"),
            "servings[0].maxText.flags[2].tokenizer_path",
            $"{model}, so its answers would be nonsense"
        );
        RuleStack.Accepts(Model(model, $"tokenizer_path: {right}"));
    }

    [Theory]
    [InlineData("gemma-7b", "tokenizer_path: assets/tokenizer.gemma", "Allowed: tokenizer_path assets/tokenizer.gemma")]
    [InlineData(
        "llama3-8b",
        $"{Llama3}, tokenizer_type: tiktoken",
        "Allowed: tokenizer_path assets/tokenizer_llama3.tiktoken with tokenizer_type tiktoken"
    )]
    [InlineData("llama3.1-8b", Llama3, "Allowed: tokenizer_path assets/tokenizer_llama3.tiktoken")]
    [InlineData("gpt3-6b", "tokenizer_path: mine/tokenizer, tokenizer_type: huggingface", "tokenizer_type huggingface")]
    public void A_model_whose_tokenizer_is_not_the_default_names_it(string model, string right, string expected)
    {
        RuleStack.Refuses("TokenizerMismatch", Model(model, "steps: 1"), "servings[0].maxText.flags", expected);
        Assert.DoesNotContain(
            StackText.Load(Model(model, right)).Problems,
            problem => problem.Rule is "TokenizerMismatch" or "UnknownTokenizer" or "FlagSetByModel"
        );
    }

    [Fact]
    public void MaxText_does_not_start_without_a_tokenizer()
    {
        RuleStack.Refuses(
            "InvalidFlagValue",
            Model("llama2-7b", "tokenizer_path: ''"),
            "servings[0].maxText.flags[2].tokenizer_path",
            "is empty, and MaxText exits"
        );
        RuleStack.Accepts(Model("llama2-7b", "tokenizer_path: assets/tokenizer.llama2"));
    }

    [Theory]
    [InlineData("''", "MaxText/configs/base.yml")]
    [InlineData("'MaxText/configs/my file.yml'", "MaxText/configs/base.yml")]
    public void The_configuration_is_a_single_shell_word(string wrong, string right)
    {
        var problem = Assert.Single(
            StackText.Load(RuleStack.Existing($"maxText: {{ config: {wrong} }}")).Problems,
            one => one.Severity == Severity.Error
        );

        Assert.Equal("servings[0].maxText.config", problem.Key);
        Assert.EndsWith("Allowed: a path without spaces", problem.Message, StringComparison.Ordinal);
        RuleStack.Accepts(RuleStack.Existing($"maxText: {{ config: {right} }}"));
    }

    [Theory]
    [InlineData("llama2-7b")]
    [InlineData("llama4-17b-16e")]
    public void A_model_with_the_default_tokenizer_or_one_in_its_file_requires_no_tokenizer(string model) =>
        Assert.DoesNotContain(
            StackText.Load(Model(model, "steps: 1")).Problems,
            problem => problem.Severity == Severity.Error
        );

    [Fact]
    public void A_missing_tokenizer_with_a_custom_image_is_a_warning()
    {
        const string expected = "the tokenizer of qwen3-8b";
        var stack = Model("qwen3-8b", "steps: 1", OtherImage);

        RuleStack.Refuses("TokenizerMismatch", stack, "servings[0].maxText.flags", expected, Severity.Warning);
        RuleStack.Accepts(Model("qwen3-8b", "tokenizer_path: Qwen/Qwen3-8B", OtherImage));
        RuleStack.Accepts(Model("llama2-7b", "steps: 1", OtherImage));
        RuleStack.Accepts(Model("gemma-7b", "tokenizer_path: assets/tokenizers/gemma", OtherImage));
    }

    [Theory]
    [InlineData("llama3-8b", Llama3, $"{Llama3}, tokenizer_type: tiktoken", "")]
    [InlineData(
        "llama3-70b",
        $"{Llama3}, tokenizer_type: sentencepiece",
        $"{Llama3}, tokenizer_type: tiktoken",
        "[3].tokenizer_type"
    )]
    [InlineData("llama3.1-8b", $"{Llama3}, tokenizer_type: sentencepiece", Llama3, "[3].tokenizer_type")]
    [InlineData(
        "gemma-7b",
        "tokenizer_path: assets/tokenizer.gemma, tokenizer_type: huggingface",
        "tokenizer_path: google/gemma-7b, tokenizer_type: huggingface",
        "[3].tokenizer_type"
    )]
    public void The_type_of_a_tokenizer_is_that_of_its_file(string model, string wrong, string right, string place)
    {
        RuleStack.Refuses(
            "TokenizerMismatch",
            Model(model, wrong),
            $"servings[0].maxText.flags{place}",
            "has the type"
        );
        RuleStack.Accepts(Model(model, right));
    }

    [Fact]
    public void A_tokenizer_that_the_image_does_not_have_is_a_warning()
    {
        RuleStack.Refuses(
            "UnknownTokenizer",
            Model("llama2-7b", "tokenizer_path: assets/tokenizer.lama2"),
            "servings[0].maxText.flags[2].tokenizer_path",
            "Did you mean \"assets/tokenizer.llama2\"?",
            Severity.Warning
        );
        RuleStack.Accepts(Model("llama2-7b", "tokenizer_path: assets/tokenizer.llama2"));
    }

    [Theory]
    [InlineData(
        "MaxText/configs/v5e/inference/llama2_70b_v5e-16.yml",
        "MaxText/configs/v5e/inference/llama2_70b_v5e_16.yml"
    )]
    [InlineData("/maxtext/MaxText/configs/v5e/inference/llama2_70b_v5e-16.yml", "llama2_70b_v5e-16.yml")]
    public void A_configuration_file_that_the_image_does_not_have_is_a_warning(string right, string wrong)
    {
        const string flags =
            "flags: [ weight_dtype: bfloat16, per_device_batch_size: 1, model_name: llama2-7b, ici_fsdp_parallelism: 1, "
            + "ici_autoregressive_parallelism: 2, ici_tensor_parallelism: 8 ] }";

        RuleStack.Refuses(
            "UnknownConfiguration",
            RuleStack.Existing($"topology: 4x4, maxText: {{ config: {wrong}, {flags}"),
            "servings[0].maxText.config",
            "MaxText/configs/base.yml",
            Severity.Warning
        );
        RuleStack.Accepts(RuleStack.Existing($"topology: 4x4, maxText: {{ config: {right}, {flags}"));
        RuleStack.Accepts(RuleStack.Existing($"topology: 4x4, maxText: {{ config: {wrong}, {flags}, {OtherImage}"));
    }

    [Fact]
    public void The_configuration_files_that_Google_serves_bring_model_and_tokenizer() =>
        RuleStack.Accepts(
            RuleStack.Existing(
                "topology: 8x8, maxText: { config: MaxText/configs/v5e/inference/llama3_405b_v5e-64.yml, flags: [ per_device_batch_size: 1, "
                    + "model_name: llama3.1-405b, weight_dtype: bfloat16, ici_fsdp_parallelism: 1, ici_autoregressive_parallelism: 8, ici_tensor_parallelism: 8 ] }"
            )
        );

    private static string Model(string model, string flags, string more = "slices: 1") =>
        RuleStack.Existing(
            $"topology: 4x4, {more}, maxText: {{ flags: [ model_name: {model}, weight_dtype: bfloat16, {flags}, per_device_batch_size: 1 ] }}"
        );
}
