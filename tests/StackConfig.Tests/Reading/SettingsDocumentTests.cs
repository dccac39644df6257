using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class SettingsDocumentTests
{
    [Theory]
    [InlineData("a", "b.c, b.d, list, list[0].x, list[1].x, list[1].z")]
    [InlineData("b", "a, list, list[0].x, list[1].x, list[1].z")]
    [InlineData("b.c", "a, b.d, list, list[0].x, list[1].x, list[1].z")]
    [InlineData("list[1].x", "a, b.c, b.d, list, list[0].x, list[1].z")]
    [InlineData("list[1]", "a, b.c, b.d")]
    [InlineData("unknown", "a, b.c, b.d, list, list[0].x, list[1].x, list[1].z")]
    public void Values_can_be_excluded_and_a_list_with_an_excluded_item_is_excluded(string key, string left)
    {
        var document = SettingsDocument.Parse(
            "demo",
            "dev",
            "a: 1\nb: { c: 2, d: 3 }\nlist: [{ x: 4 }, { x: 5, z: 6 }]",
            []
        )!;

        var keys = Keys(document.Without(new HashSet<string> { key }).Root).Where(one => one.Length > 0);

        Assert.Equal(left, string.Join(", ", keys));
    }

    [Theory]
    [InlineData("b.c", true)]
    [InlineData("list[1].z", true)]
    [InlineData("list[1].zz", false)]
    [InlineData("", false)]
    public void A_map_finds_nested_keys(string key, bool holds)
    {
        var document = SettingsDocument.Parse("demo", "dev", "b: { c: 2 }\nlist: [{ x: 4 }, { x: 5, z: 6 }]", [])!;

        Assert.Equal(holds, document.Root.Holds(key));
    }

    private static IEnumerable<string> Keys(SettingNode node) =>
        node switch
        {
            MapNode map => map.Entries.Values.SelectMany(Keys),
            ListNode list => list.Items.SelectMany(Keys).Prepend(list.Location.Key),
            _ => [node.Location.Key],
        };
}
