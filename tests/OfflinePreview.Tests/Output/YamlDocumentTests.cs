using CsCheck;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace OfflinePreview.Tests.Output;

public sealed class YamlDocumentTests
{
    public static TheoryData<string> Hostile => [.. GenPlan.Hostile];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Two_parsers_read_hostile_strings_unchanged(string text)
    {
        var known = PlanString.Known(text);
        var inner = PlanMap.From([KeyValuePair.Create(text, (PlanValue)known)]);
        AssertReadEqual(
            PlanMap.From([
                KeyValuePair.Create(text, (PlanValue)known),
                KeyValuePair.Create("list of " + text, (PlanValue)new PlanList([known, inner, new PlanList([known])])),
                KeyValuePair.Create("map of " + text, (PlanValue)inner),
            ])
        );
    }

    [Fact]
    public void A_merge_key_is_a_string_to_YamlDotNet()
    {
        var map = Map(("<<", Text("<<")));
        Assert.Equal(
            YamlReaders.Canonical(map),
            YamlReaders.Canonical(YamlReaders.YamlDotNet(YamlDocument.Write(map)))
        );
    }

    [Fact]
    public void Two_parsers_read_random_values_unchanged() => GenPlan.KnownMap.Sample(AssertReadEqual, iter: 2_000);

    [Fact]
    public void Unambiguous_strings_are_written_plain() =>
        Assert.Equal(
            "image: nginx\nargs:\n- /bin/sh\n- \"-c\"\nzone: us-east5-b\n",
            YamlDocument.Write(
                Map(
                    ("zone", Text("us-east5-b")),
                    ("image", Text("nginx")),
                    ("args", new PlanList([Text("/bin/sh"), Text("-c")]))
                )
            )
        );

    [Fact]
    public void A_multi_line_script_is_a_block_scalar() =>
        Assert.Equal(
            "script: |\n  #!/bin/sh\n  set -e\n\n  exit 0\n",
            YamlDocument.Write(Map(("script", Text("#!/bin/sh\nset -e\n\nexit 0\n"))))
        );

    [Fact]
    public void Empty_collections_are_written_on_the_line() =>
        Assert.Equal("a: {}\nb: []\n", YamlDocument.Write(Map(("a", PlanMap.Empty), ("b", new PlanList([])))));

    private static void AssertReadEqual(PlanMap map)
    {
        var yaml = YamlDocument.Write(map);
        var expected = YamlReaders.Canonical(map);
        Assert.Equal(expected, YamlReaders.Canonical(YamlReaders.YamlDotNet(yaml)));
        if (!HasMergeKey(map))
        {
            Assert.Equal(expected, YamlReaders.Canonical(YamlReaders.SharpYaml(yaml)));
        }
    }

    // SharpYaml 3.17 merges even a quoted key; YamlDotNet and kubectl read it as the text it is.
    private static bool HasMergeKey(PlanValue value) =>
        value switch
        {
            PlanMap map => map.Entries.Any(entry => entry.Key == "<<" || HasMergeKey(entry.Value)),
            PlanList list => list.Items.Any(HasMergeKey),
            _ => false,
        };

    private static PlanString Text(string text) => PlanString.Known(text);

    private static PlanMap Map(params (string Key, PlanValue Value)[] entries) =>
        PlanMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
