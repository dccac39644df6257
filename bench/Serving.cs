using System.Collections.Immutable;
using System.Globalization;

namespace Bench;

/// <summary>A serving for a stack file and a chart's values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Preset">Its preset.</param>
/// <param name="Checkpoint">The location of its checkpoint.</param>
/// <param name="Scratch">The location of its temporary data.</param>
/// <param name="Batch">MaxText's <c>per_device_batch_size</c>.</param>
/// <param name="Port">The port of its Service.</param>
internal sealed record Serving(string Name, string Preset, string Checkpoint, string Scratch, int Batch, int Port)
{
    private static readonly (string Name, string Model) OneSlice = ("llama3.1-405b-batch", "llama3.1-405b");
    private static readonly (string Name, string Model) TwoSlices = ("llama2-70b-disaggregated", "llama2-70b");

    /// <summary>Different servings that alternate between both presets.</summary>
    public static ImmutableArray<Serving> WithBothPresets(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Create(number, number % 2 == 0 ? TwoSlices : OneSlice))];

    /// <summary>Servings with one slice each, because a stack can have at most 1000 slices.</summary>
    public static ImmutableArray<Serving> WithOneSlice(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Create(number, OneSlice))];

    private static Serving Create(int number, (string Name, string Model) preset)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"serving-{number:0000}");
        return new(
            name,
            preset.Name,
            $"gs://bench-checkpoints/{preset.Model}/int8",
            $"gs://bench-scratch/{name}",
            1 + number % 4,
            8000 + number % 10
        );
    }
}
