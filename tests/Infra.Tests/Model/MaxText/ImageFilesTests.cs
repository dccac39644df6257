using Infra.Model.MaxText;
using Infra.Model.Memory;

namespace Infra.Tests.Model.MaxText;

public sealed class ImageFilesTests
{
    private static readonly IEnumerable<ModelFile> Models = KnownModels
        .InDefaultImage.Where(name => name != MaxTextSetup.DefaultModel)
        .Select(name => ImageFiles.FindModel(name)!);

    [Fact]
    public void Every_model_of_the_image_has_a_file() => Assert.DoesNotContain(null, Models);

    [Fact]
    public void Model_files_set_only_known_flags() =>
        Assert.All(
            Models.SelectMany(model => model.Sets.Concat(model.Values.Keys)),
            name => Assert.NotNull(MaxTextFlag.Find(name))
        );

    [Fact]
    public void Model_files_list_values_only_for_flags_that_they_set() =>
        Assert.All(Models, model => Assert.Subset(model.Sets.ToHashSet(), model.Values.Keys.ToHashSet()));

    [Fact]
    public void The_tokenizer_of_a_model_is_in_the_image() =>
        Assert.All(
            Models.Select(model => model.Tokenizer).OfType<string>(),
            path => Assert.Contains(path, ImageFiles.Tokenizers.Keys)
        );

    [Fact]
    public void The_type_of_a_tokenizer_is_one_that_MaxText_reads() =>
        Assert.All(
            ImageFiles.Tokenizers.Values,
            type => Assert.Contains(type, MaxTextFlag.Find("tokenizer_type")!.Allowed)
        );

    [Fact]
    public void The_default_tokenizer_is_in_the_image() =>
        Assert.Contains(MaxTextFlag.Find("tokenizer_path")!.Default, ImageFiles.Tokenizers.Keys);

    [Theory]
    [InlineData("llama2-70b", "enable_dropout", false)]
    [InlineData("llama2-7b", "enable_dropout", true)]
    [InlineData("deepseek3-671b", "head_dim", false)]
    [InlineData("gemma-2b", "head_dim", true)]
    [InlineData("gemma-2b", "vocab_size", true)]
    [InlineData("default", "vocab_size", false)]
    public void Model_files_set_the_expected_flags(string model, string flag, bool expected) =>
        Assert.Equal(expected, ImageFiles.SetsFlag(model, flag));

    [Theory]
    [InlineData(
        "MaxText/configs/v5e/inference/llama3_405b_v5e-64.yml",
        "llama3.1-405b",
        "assets/tokenizer_llama3.tiktoken"
    )]
    [InlineData("src/maxtext/configs/inference/llama2_70b_v5e-16.yml", "llama2-70b", "assets/tokenizer.llama2")]
    [InlineData("MaxText/configs/base.yml", "default", "assets/tokenizer.llama2")]
    [InlineData("mine.yml", "default", "assets/tokenizer.llama2")]
    public void A_configuration_file_may_name_model_and_tokenizer(string path, string model, string tokenizer)
    {
        var setup = new MaxTextSetup(path, new([]), null);

        Assert.Equal((model, tokenizer), (setup.ModelName, setup.GetString("tokenizer_path")));
    }
}
