using System.Collections.Immutable;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class CollectionTests
{
    private static readonly Output<string> Secret = Output.CreateSecret("secret");
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("");

    [Fact]
    public async Task Each_element_of_a_list_is_known_or_unknown_on_its_own()
    {
        var list = new InputList<string> { "first", Secret, Unknown };
        list.Add("fourth");

        var elements = Assert.IsType<ImmutableArray<Input<string>>>(await ElementsAsync(list));

        Assert.Equal(4, elements.Length);
        Assert.True(await Output.IsSecretAsync(elements[1].ToOutput()));
        Assert.False(await OutputUtilities.GetIsKnownAsync(elements[2].ToOutput()));
        Assert.Equal("fourth", await OutputUtilities.GetValueAsync(elements[3].ToOutput()));
        Assert.False(await Output.IsSecretAsync(elements[3].ToOutput()));
    }

    [Fact]
    public async Task A_list_as_a_whole_is_as_unknown_and_secret_as_its_elements()
    {
        var list = new InputList<string> { "first", Secret, Unknown };

        Assert.True(await Output.IsSecretAsync(list.ToOutput()));
        Assert.False(await OutputUtilities.GetIsKnownAsync(list.ToOutput()));
    }

    [Fact]
    public async Task A_list_accepts_any_collection_type()
    {
        InputList<string>[] lists =
        [
            "a",
            Output.Create("a"),
            (Input<string>)"a",
            new[] { "a" },
            new List<string> { "a" },
            new List<Input<string>> { "a" },
            ImmutableArray.Create("a"),
            ImmutableArray.Create<Input<string>>("a"),
            Output.Create(new[] { "a" }),
            Output.Create(new List<string> { "a" }),
            Output.Create(ImmutableArray.Create("a")),
        ];

        foreach (var list in lists)
        {
            Assert.Equal<string>(["a"], await OutputUtilities.GetValueAsync(list.ToOutput()));
        }
    }

    [Fact]
    public async Task Lists_are_joined_without_changing_them()
    {
        InputList<string> one = "a";
        var both = one.Concat(new[] { "b", "c" });

        Assert.Equal<string>(["a"], await OutputUtilities.GetValueAsync(one.ToOutput()));
        Assert.Equal<string>(["a", "b", "c"], await OutputUtilities.GetValueAsync(both.ToOutput()));
        one.AddRange(both);
        Assert.Equal<string>(["a", "a", "b", "c"], await OutputUtilities.GetValueAsync(one.ToOutput()));
    }

    [Fact]
    public async Task Each_entry_of_a_map_is_known_or_unknown_on_its_own()
    {
        var map = new InputMap<string>
        {
            ["plain"] = "a",
            ["secret"] = Secret,
            ["unknown"] = Unknown,
        };

        var entries = await EntriesAsync(map);

        Assert.Equal(3, entries.Count);
        Assert.True(await Output.IsSecretAsync(entries["secret"].ToOutput()));
        Assert.False(await Output.IsSecretAsync(entries["plain"].ToOutput()));
        Assert.False(await OutputUtilities.GetIsKnownAsync(entries["unknown"].ToOutput()));
    }

    [Fact]
    public async Task A_map_created_from_null_has_no_value()
    {
        InputMap<string> plain = (ImmutableDictionary<string, string>)null!;
        InputMap<string> output = Output.Create((ImmutableDictionary<string, string>)null!);

        Assert.Null(await OutputUtilities.GetValueAsync(plain.ToOutput()));
        Assert.Null(await OutputUtilities.GetValueAsync(output.ToOutput()));
    }

    [Fact]
    public async Task Maps_are_created_from_dictionaries_and_merged_with_the_second_taking_precedence()
    {
        InputMap<string> first = new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" };
        InputMap<string> second = Output.Create(ImmutableDictionary<string, string>.Empty.Add("b", "2"));

        var merged = await OutputUtilities.GetValueAsync(InputMap<string>.Merge(first, second).ToOutput());

        Assert.Equal("1", merged["a"]);
        Assert.Equal("2", merged["b"]);
    }

    [Fact]
    public async Task A_map_refuses_a_second_value_for_a_key_but_not_the_same_value_again()
    {
        var same = new InputMap<string> { ["a"] = "1", ["b"] = "1" };
        same.Add("a", "1");
        var other = new InputMap<string> { ["a"] = "1" };
        other.Add("a", "2");

        Assert.Equal(2, (await OutputUtilities.GetValueAsync(same.ToOutput())).Count);
        await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(other.ToOutput()));
    }

    [Fact]
    public async Task Adding_an_entry_does_not_change_values_read_before()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        var read = await EntriesAsync(map);

        map.Add("b", "2");

        Assert.Equal("a", Assert.Single(read).Key);
        Assert.Equal(2, (await EntriesAsync(map)).Count);
    }

    [Fact]
    public async Task A_map_adds_the_entries_of_another_and_refuses_duplicate_keys()
    {
        var both = new InputMap<string> { ["a"] = "1" };
        both.AddRange(new InputMap<string> { ["b"] = "2" });
        both.Add("c", "3");
        var clash = new InputMap<string> { ["a"] = "1" };
        clash.AddRange(new InputMap<string> { ["a"] = "2" });

        Assert.Equal(["a", "b", "c"], await KeysAsync(both));
        await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(clash.ToOutput()));
    }

    [Fact]
    public async Task Changing_a_merged_map_does_not_change_its_sources()
    {
        var first = new InputMap<string> { ["a"] = "1" };
        var second = new InputMap<string> { ["b"] = "2" };
        var merged = InputMap<string>.Merge(first, second);

        second.Add("c", "3");

        Assert.Equal(["a", "b"], await KeysAsync(merged));
        Assert.Equal(["a"], await KeysAsync(first));
        Assert.Equal(["b", "c"], await KeysAsync(second));
    }

    private static async Task<IEnumerable<string>> KeysAsync(InputMap<string> map) =>
        (await OutputUtilities.GetValueAsync(map.ToOutput())).Keys.Order();

    private static async Task<IReadOnlyDictionary<string, Input<string>>> EntriesAsync(InputMap<string> map) =>
        Assert.IsType<IReadOnlyDictionary<string, Input<string>>>(await ElementsAsync(map), exactMatch: false);

    // What a plan is made of; which kind of map it is differs between the SDKs.
    private static Task<object?> ElementsAsync(object collection)
    {
        var property = collection.GetType().GetProperty("Value", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return (Task<object?>)
            typeof(CollectionTests)
                .GetMethod(nameof(ReadAsync), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(property.PropertyType.GenericTypeArguments)
                .Invoke(null, [property.GetValue(collection)])!;
    }

    private static async Task<object?> ReadAsync<T>(Input<T> input) =>
        await OutputUtilities.GetValueAsync(input.ToOutput());
}
