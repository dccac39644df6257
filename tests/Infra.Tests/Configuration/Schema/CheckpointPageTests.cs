using System.Globalization;
using Infra.Configuration;
using Infra.Model.Memory;
using Infra.Validation;
using StackConfig.Reading;

namespace Infra.Tests.Configuration.Schema;

/// <summary>The page about checkpoints covers every preset; <c>make schema</c> regenerates its table.</summary>
public sealed class CheckpointPageTests
{
    private const string Page = "docs/checkpoints.md";

    [Fact]
    public void The_table_of_the_page_lists_every_preset_as_its_data_describe_it()
    {
        string[] lines =
        [
            "| preset | `MODEL` | parameters | in bf16 | checkpoint that the preset loads | `TOKENIZER` |",
            "| --- | --- | ---: | ---: | --- | --- |",
            .. Presets.Names.Select(Row),
        ];

        Golden.Matches(
            MarkedSection.Replace(Repository.Read(Page), "presets", $"\n{string.Join('\n', lines)}\n\n"),
            $"../../{Page}"
        );
    }

    [Fact]
    public void The_page_states_the_source_of_the_weights_of_every_preset()
    {
        var page = Repository.Read(Page);
        var weights = page[
            page.IndexOf("## Weights", StringComparison.Ordinal)..page.IndexOf("## Convert", StringComparison.Ordinal)
        ];

        Assert.All(
            Presets.Names,
            preset => Assert.Contains($"`{Load(preset).MaxText.ModelName}`", weights, StringComparison.Ordinal)
        );
    }

    private static string Row(string preset)
    {
        var serving = Load(preset);
        var model = KnownModels.All[serving.MaxText.ModelName];
        var (bf16, int8) = (2 * model.Parameters, GetInt8Bytes(model));
        var format = serving.MaxText.CheckpointIsQuantized is true ? $"int8, {Size(int8)}" : $"bf16, {Size(bf16)}";
        var billions = (model.Parameters / 1e9).ToString("0.#", CultureInfo.InvariantCulture);
        return $"| `{preset}` | `{serving.MaxText.ModelName}` | {billions} billion | {Size(bf16)} | {format} | `{Tokenizer(serving)}` |";
    }

    /// <summary>One byte for each parameter of the layers, two for the others, as MaxText quantizes.</summary>
    private static double GetInt8Bytes(ModelArchitecture model) =>
        model.Parameters + model.EmbeddingParameters + model.NormParameters;

    private static string Tokenizer(ServingContext serving)
    {
        var path = serving.MaxText.GetString("tokenizer_path");
        return path.EndsWith(".tiktoken", StringComparison.Ordinal)
            ? $"tokenizer_path={path} tokenizer_type=tiktoken"
            : $"tokenizer_path={path}";
    }

    private static string Size(double bytes) => $"{Math.Round(bytes / 1e9)} GB";

    private static ServingContext Load(string preset)
    {
        var stack =
            $"cluster: {{ existing: {{}} }}\nservings:\n  - {{ name: a, preset: {preset}, checkpoint: gs://mine/a, scratch: gs://tmp/b }}";
        return Assert.Single(StackText.Load(stack, Severity.Note).Checked!.Servings);
    }
}
