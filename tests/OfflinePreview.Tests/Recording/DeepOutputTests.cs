using OfflinePreview.Graph;
using OfflinePreview.Output;
using OfflinePreview.Recording;
using Pulumi;

namespace OfflinePreview.Tests.Recording;

/// <summary>A resource that puts out many texts, some of them far inside others.</summary>
public sealed class DeepOutputTests
{
    [Fact]
    public async Task Texts_three_levels_deep_are_named_by_their_path() =>
        Assert.Equal(
            "{args: [<house.east.hall.shelf.label>, <house.west.attic.shelf.label>]}",
            await ArgumentsAsync(house =>
                new()
                {
                    Items =
                    {
                        house.East.Apply(wing => wing.Hall.Shelf!.Label),
                        house.West.Apply(wing => wing.Attic.Shelf!.Label),
                    },
                }
            )
        );

    [Fact]
    public async Task Longer_texts_are_omitted_and_the_resource_is_named_instead() =>
        Assert.Equal(
            "{text: <house>}",
            await ArgumentsAsync(house =>
                new() { Text = house.East.Apply(wing => wing.Hall.Shelf!.Box?.Address ?? "none") }
            )
        );

    [Fact]
    public async Task Recording_many_such_resources_is_deterministic()
    {
        var (one, other) = (await StreetAsync(), await StreetAsync());

        Assert.Equal(101, one.Resources.Length);
        Assert.Equal(PlanJson.Write(one), PlanJson.Write(other));
        Assert.All(
            Enumerable.Range(1, 99),
            number =>
                Assert.Equal($"{{text: <house-{number - 1}.north.key>}}", one.Resource($"house-{number}").Inputs.Show())
        );
    }

    [Fact]
    public async Task A_failure_inside_one_of_many_outputs_is_reported() =>
        Assert.Contains(
            "no such wing",
            (
                await Assert.ThrowsAsync<RecordingException>(() =>
                    ArgumentsAsync(house =>
                        new() { Text = house.East.Apply(string (_) => throw new FormatException("no such wing")) }
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );

    private static async Task<string> ArgumentsAsync(Func<House, ThingArgs> args) =>
        (await Recorded.StackAsync(() => _ = new Thing("it", args(new House("house", ResourceArgs.Empty)))))
            .Resource("it")
            .Inputs.Show();

    private static Task<StackGraph> StreetAsync() =>
        Recorded.StackAsync(() =>
        {
            House? before = null;
            for (var number = 0; number < 100; number++)
            {
                before = new House(
                    $"house-{number}",
                    before is null ? ResourceArgs.Empty : new ThingArgs { Text = before.North.Apply(wing => wing.Key) }
                );
            }
        });

    private sealed class House(string name, ResourceArgs args) : CustomResource("test:index:House", name, args, null)
    {
        [Output("east")]
        public Output<Wing> East { get; private set; } = null!;

        [Output("west")]
        public Output<Wing> West { get; private set; } = null!;

        [Output("north")]
        public Output<Wing> North { get; private set; } = null!;

        [Output("south")]
        public Output<Wing> South { get; private set; } = null!;
    }
}

#pragma warning disable CA1051 // The SDK reads output types by their fields.
[OutputType]
public sealed class Wing
{
    public readonly Room Attic;
    public readonly Room Hall;
    public readonly string Key;

    [OutputConstructor]
    private Wing(Room attic, Room hall, string key)
    {
        Attic = attic;
        Hall = hall;
        Key = key;
    }
}

[OutputType]
public sealed class Room
{
    public readonly string Color;
    public readonly string Floor;
    public readonly Shelf? Shelf;

    [OutputConstructor]
    private Room(string color, string floor, Shelf? shelf)
    {
        Color = color;
        Floor = floor;
        Shelf = shelf;
    }
}

[OutputType]
public sealed class Shelf
{
    public readonly Door? Box;
    public readonly string Label;

    [OutputConstructor]
    private Shelf(Door? box, string label)
    {
        Box = box;
        Label = label;
    }
}
