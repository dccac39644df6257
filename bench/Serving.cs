using System.Collections.Immutable;
using System.Globalization;

namespace Bench;

/// <summary>A serving as it stands in a stack file and in a chart's values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Preset">The preset that it takes.</param>
/// <param name="Checkpoint">Where its weights lie.</param>
/// <param name="Scratch">Where its temporary data go.</param>
/// <param name="Batch">MaxText's <c>per_device_batch_size</c>.</param>
/// <param name="Port">The port of its Service.</param>
internal sealed record Serving(string Name, string Preset, string Checkpoint, string Scratch, int Batch, int Port)
{
    private static readonly (string Name, string Model) OneSlice = ("llama3.1-405b-batch", "llama3.1-405b");
    private static readonly (string Name, string Model) TwoSlices = ("llama2-70b-disaggregated", "llama2-70b");

    /// <summary>Servings of both presets in turn, no two of them alike.</summary>
    public static ImmutableArray<Serving> OfBothPresets(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Make(number, number % 2 == 0 ? TwoSlices : OneSlice))];

    /// <summary>Servings of one slice each, since a stack makes node pools for 1000 slices at most.</summary>
    public static ImmutableArray<Serving> OfOneSlice(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Make(number, OneSlice))];

    private static Serving Make(int number, (string Name, string Model) preset)
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
