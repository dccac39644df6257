using System.Collections.Immutable;
using System.Text;
using Pulumi;
using static Tests.Shared.Recorded;

namespace OfflinePreview.Tests.Recording;

public sealed class ValueTests
{
    private const string Forged = "\uFDD0unknown other.url\uFDD1";

    [Fact]
    public async Task Known_values_are_preserved() =>
        Assert.Equal(
            "{any: {deep: [1.5, true, x, red, 5]}, args: [a, b], choice: 7, flag: false, inner: {text: t}, number: 3, text: hello, values: {k: v}}",
            (
                await InputsAsync(_ =>
                    new()
                    {
                        Text = "hello",
                        Number = 3,
                        Flag = false,
                        Choice = 7,
                        Inner = new ThingArgs { Text = "t" },
                        Items = { "a", "b" },
                        Values = { ["k"] = "v" },
                        Any = new InputMap<object>
                        {
                            ["deep"] = new List<object?> { 1.5, true, "x", Color.Red, DayOfWeek.Friday },
                            ["nothing"] = null!,
                        },
                    }
                )
            ).Show()
        );

    [Fact]
    public async Task An_unknown_keeps_its_place_in_lists_maps_and_texts() =>
        Assert.Equal(
            "{args: [a, <other.url>, --gcs=<other.url>/tmp], text: <other.id>, values: {k: <other.url>, l: m}}",
            await WithOther(other =>
                new()
                {
                    Text = other.Id,
                    Items = { "a", other.Url, Pulumi.Output.Format($"--gcs={other.Url}/tmp") },
                    Values = { ["k"] = other.Url, ["l"] = "m" },
                }
            )
        );

    [Fact]
    public async Task A_secret_keeps_its_position_in_lists_maps_and_strings() =>
        Assert.Equal(
            "{args: [a, <secret>, --token=<secret>!], text: <secret>, values: {k: <secret>, l: m}}",
            (
                await InputsAsync(unknownValues =>
                {
                    var token = unknownValues.Secret("token");
                    return new()
                    {
                        Text = token,
                        Items = { "a", token, Pulumi.Output.Format($"--token={token}!") },
                        Values = { ["k"] = token, ["l"] = "m" },
                    };
                })
            ).Show()
        );

    [Fact]
    public async Task A_secret_created_by_the_program_is_never_printed()
    {
        var inputs = await InputsAsync(unknownValues =>
            new()
            {
                Text = Pulumi.Output.Format($"a{Pulumi.Output.CreateSecret("hunter2")}b"),
                Number = Pulumi.Output.CreateSecret(7.0),
                Flag = Pulumi.Output.CreateSecret(true),
                Items = { "a", Pulumi.Output.CreateSecret("hunter2") },
                Values = Pulumi.Output.CreateSecret(ImmutableDictionary<string, string>.Empty.Add("k", "hunter2")),
                Inner = Pulumi.Output.CreateSecret(
                    new ThingArgs { Text = "hunter2", Items = { unknownValues.Secret("token") } }
                ),
                Any = unknownValues
                    .Secret("token")
                    .Apply(token => (object)Convert.ToBase64String(Encoding.UTF8.GetBytes(token))),
            }
        );

        Assert.Equal(
            "{any: <secret>, args: [a, <secret>], flag: <secret>, inner: {args: [<secret>], text: <secret>}, number: <secret>, "
                + "text: <secret>, values: {k: <secret>}}",
            inputs.Show()
        );
    }

    [Fact]
    public async Task A_secret_with_an_unknown_in_it_is_a_secret() =>
        Assert.Equal(
            "{text: <secret>}",
            await WithOther(other =>
                new() { Text = Pulumi.Output.CreateSecret(Pulumi.Output.Format($"{other.Url}-hunter2")) }
            )
        );

    [Fact]
    public async Task A_string_can_contain_a_secret_and_an_unknown() =>
        Assert.Equal("{text: https://<secret>@<other.url>/}", (
                await StackAsync(unknownValues =>
                {
                    var other = new Thing("other", new());
                    _ = new Thing(
                        "it",
                        new() { Text = Pulumi.Output.Format($"https://{unknownValues.Secret("token")}@{other.Url}/") }
                    );
                })
            ).Resource("it").Inputs.Show());

    [Fact]
    public async Task Resources_of_the_same_name_are_named_once_in_a_derived_value() => Assert.Equal("{text: <twin>}", (
                await StackAsync(unknownValues =>
                {
                    var one = new Thing("twin", new());
                    var other = new Thing("twin", new(), type: "test:index:Other");
                    _ = new Thing("it", new() { Text = Pulumi.Output.Format($"{one.Count} of {other.Count}") });
                })
            ).Resource("it").Inputs.Show());

    [Fact]
    public async Task A_value_that_cannot_be_marked_names_its_resource() =>
        Assert.Equal(
            "{any: <other>, args: <other>, flag: <other>, number: <other>, text: <other>, values: <other>}",
            await WithOther(other =>
                new()
                {
                    Number = other.Count.Apply(count => count + 1.0),
                    Flag = other.Ready,
                    Any = other.Limit.Apply(limit => (object?)limit)!,
                    Text = other.Url.Apply(url => url.ToUpperInvariant()),
                    Items = other.Labels.Apply(labels => labels.Keys.ToImmutableArray()),
                    Values = other.Labels,
                }
            )
        );

    [Fact]
    public async Task A_string_without_a_resource_marker_is_unknown() =>
        Assert.Equal("{args: [<another>, <other>], text: <another, other>}", (
                await StackAsync(() =>
                {
                    var (other, another) = (new Thing("other", new()), new Thing("another", new()));
                    _ = new Thing(
                        "it",
                        new()
                        {
                            Text = Pulumi.Output.Format($"{other.Count}/{another.Count}"),
                            Items =
                            {
                                Pulumi.Output.Format($"{other.Url}/{another.Count}"),
                                other.Url.Apply(url => url[..5]),
                            },
                        }
                    );
                })
            ).Resource("it").Inputs.Show());

    [Fact]
    public async Task Nested_outputs_are_named_by_their_path() =>
        Assert.Equal(
            "{args: [<other.access.key>, <other.access.doors[0].address>, <other.endpoints[0]>], number: <other>}",
            await WithOther(other =>
                new()
                {
                    Items =
                    {
                        other.Access.Apply(access => access!.Key),
                        other.Access.Apply(access => access!.Doors[0].Address),
                        other.Endpoints.Apply(endpoints => endpoints[0]),
                    },
                    Number = other.Access.Apply(access => (double)access!.Doors[0].Port),
                }
            )
        );

    [Fact]
    public async Task A_resource_as_an_argument_is_its_id() =>
        Assert.Equal(
            "{any: <other.id>}",
            await WithOther(other => new() { Any = Pulumi.Output.Create<object>(other) })
        );

    [Fact]
    public async Task Characters_that_look_like_a_placeholder_are_preserved()
    {
        var inputs = await InputsAsync(unknownValues =>
            new()
            {
                Text = Forged,
                Items = { Pulumi.Output.Format($"{Forged}{unknownValues.Secret("token")}"), "\uFDD0" },
            }
        );

        Assert.Equal($"{{args: [<secret>, \uFDD0], text: {Forged}}}", inputs.Show());
    }

    [Fact]
    public async Task An_unpaired_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("{text: a\uFFFDb}", (await InputsAsync(_ => new() { Text = "a\uD800b" })).Show());

    private static async Task<string> WithOther(Func<Thing, ThingArgs> args) =>
        (await StackAsync(() => _ = new Thing("it", args(new Thing("other", new()))))).Resource("it").Inputs.Show();
}
