using Infra.Model.Memory;

namespace Infra.Tests.Model.Memory;

public sealed class WeightFormatTests
{
    [Theory]
    [InlineData("int8", true, "bfloat16", "int8", "bfloat16")]
    [InlineData("int8", true, "float32", "int8", "float32")]
    [InlineData("int8", false, "bfloat16", "bfloat16", "bfloat16")]
    [InlineData("", false, "bfloat16", "bfloat16", "bfloat16")]
    [InlineData("", true, "float32", "float32", "float32")]
    public void Only_the_body_of_a_quantized_checkpoint_has_one_byte_per_weight(
        string quantization,
        bool checkpointIsQuantized,
        string weights,
        string body,
        string embedding
    )
    {
        Assert.True(NumberFormat.TryParse(weights, out var dtype));

        var format = WeightFormat.From(quantization, checkpointIsQuantized, dtype);

        Assert.Equal((body, embedding), (format.Body.Name, format.Embedding.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bf16")]
    [InlineData("INT8")]
    public void An_unknown_number_format_is_refused(string text) => Assert.False(NumberFormat.TryParse(text, out _));

    [Fact]
    public void The_size_of_a_number_follows_from_its_format() =>
        Assert.Equal([0.5, 1, 1, 2, 4], NumberFormat.All.Select(format => format.Bytes));
}
