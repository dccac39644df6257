using Infra.Model.MaxText;
using Infra.Model.Memory;

namespace Infra.Tests.Model.Memory;

public sealed class KnownModelsTests
{
    [Theory]
    [InlineData("llama3.1-405b", 405_853_388_800, 258_048)]
    [InlineData("llama2-70b", 68_976_648_192, 163_840)]
    public void The_models_of_the_guide_have_exact_parameter_counts(
        string name,
        double parameters,
        double cachePerToken
    )
    {
        var model = KnownModels.Find(name)!;

        Assert.Equal(parameters, model.Parameters);
        Assert.Equal(cachePerToken, model.CacheValuesPerToken);
    }

    // Billions of parameters as their makers publish them, of the language model alone where there is a vision part too.
    [Theory]
    [InlineData("llama2-7b", 6.738)]
    [InlineData("llama2-13b", 13.016)]
    [InlineData("llama3-8b", 8.03)]
    [InlineData("llama3-70b", 70.55)]
    [InlineData("llama3.1-8b", 8.03)]
    [InlineData("llama3.1-70b", 70.55)]
    [InlineData("llama3.3-70b", 70.55)]
    [InlineData("gemma-2b", 2.506)]
    [InlineData("gemma-7b", 8.538)]
    [InlineData("gemma2-2b", 2.614)]
    [InlineData("gemma2-9b", 9.242)]
    [InlineData("gemma2-27b", 27.227)]
    [InlineData("gemma3-4b", 3.884)]
    [InlineData("gemma3-12b", 11.771)]
    [InlineData("gemma3-27b", 27.016)]
    [InlineData("mistral-7b", 7.24)]
    [InlineData("mixtral-8x7b", 46.7)]
    [InlineData("mixtral-8x22b", 141)]
    [InlineData("qwen2.5-1.5b", 1.54)]
    [InlineData("qwen2.5-7b", 7.61)]
    [InlineData("qwen2.5-14b", 14.7)]
    [InlineData("qwen3-0.6b", 0.6)]
    [InlineData("qwen3-1.7b", 1.72)]
    [InlineData("qwen3-4b", 4.02)]
    [InlineData("qwen3-8b", 8.2)]
    [InlineData("qwen3-14b", 14.8)]
    [InlineData("qwen3-32b", 32.8)]
    [InlineData("qwen3-30b-a3b", 30.5)]
    [InlineData("qwen3-235b-a22b", 235)]
    [InlineData("qwen3-480b-a35b", 480)]
    public void A_model_has_the_published_size_within_a_hundredth(string name, double billions) =>
        Assert.InRange(KnownModels.Find(name)!.Parameters / 1e9, billions * 0.99, billions * 1.01);

    [Theory]
    [InlineData("llama3.1-8b", 1)]
    [InlineData("mixtral-8x7b", 8)]
    public void A_dense_model_has_one_expert(string name, int experts) =>
        Assert.Equal(experts, KnownModels.Find(name)!.Experts);

    [Theory]
    [InlineData("MaxText/configs/v5e/inference/llama3_405b_v5e-64.yml", "llama3.1-405b")]
    [InlineData("MaxText/configs/base.yml", null)]
    public void A_configuration_file_may_name_a_model(string path, string? model) =>
        Assert.Equal(model, KnownModels.FindConfig(path).Model);

    [Fact]
    public void An_unknown_configuration_file_shards_as_the_base_does() =>
        Assert.Equal(KnownModels.Configs["base.yml"], KnownModels.FindConfig("MaxText/configs/mine.yml"));

    [Fact]
    public void A_configuration_file_names_a_known_model_or_none() =>
        Assert.All(
            KnownModels.Configs.Values.Where(config => config.Model is not null),
            config => Assert.NotNull(KnownModels.Find(config.Model!))
        );

    [Fact]
    public void A_sharding_names_axes_of_the_mesh() =>
        Assert.All(
            KnownModels.Configs.Values.SelectMany(config =>
                config.Sharding.Axes.Concat(config.OlderSharding?.Axes ?? [])
            ),
            axis => Assert.Contains($"ici_{axis}_parallelism", MaxTextFlag.Axes)
        );

    [Fact]
    public void A_configuration_file_states_when_its_sharding_changed() =>
        Assert.All(
            KnownModels.Configs.Values,
            config => Assert.Equal(config.OlderSharding is null, config.ChangedOn is null)
        );

    [Fact]
    public void Query_heads_must_be_divisible_by_key_value_heads() =>
        Assert.All(KnownModels.All.Values, model => Assert.Equal(0, model.QueryHeads % model.KeyValueHeads));

    [Theory]
    [InlineData("")]
    [InlineData("Llama3.1-70b")]
    [InlineData("llama-3.1-70b")]
    public void A_model_name_that_MaxText_does_not_have_is_unknown(string name) => Assert.Null(KnownModels.Find(name));
}
