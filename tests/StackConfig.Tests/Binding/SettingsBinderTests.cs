using System.Collections.Immutable;
using StackConfig.Binding;
using StackConfig.Reading;

namespace StackConfig.Tests.Binding;

public sealed class SettingsBinderTests
{
    [Fact]
    public void Missing_or_empty_settings_keep_their_defaults()
    {
        var bound = Bound.From("name: m", "pools: []", "replicas:", "main: ~", "zones:");

        Assert.Empty(bound.Problems);
        var sample = bound.Sample!;
        Assert.Equal(
            ("m", 3, 1d, true, "m!"),
            (sample.Name, sample.Replicas, sample.Factor, sample.Protect, sample.Derived)
        );
        Assert.Equal(new Size(1, 1), sample.Main.Size);
        Assert.Equal("a", Assert.Single(sample.Zones));
        Assert.Null(sample.Flags);
    }

    [Fact]
    public void Every_kind_of_value_is_bound()
    {
        var bound = Bound.From(
            "name: 12",
            "pools: [{size: 2x4, capacity: flex-start, nodes: 64, budget: 3000000000, zone: abc}, {size: 1x1, nodes: ~}]",
            "main: {size: 4x4}",
            "replicas: 16",
            "factor: 0.5",
            "protect: false",
            "flags: [tpu_chips: 16, fast: true, gone: ~, 'a=b=c', 'empty=', {text: x y}]",
            "labels: {b/c: x, a: ~}",
            "ports: {http: 80}",
            "zones: [x, 1, true]"
        );

        Assert.DoesNotContain(bound.Problems, problem => problem.Severity == Severity.Error);
        var sample = bound.Sample!;
        Assert.Equal(("12", 16, 0.5, false), (sample.Name, sample.Replicas, sample.Factor, sample.Protect));
        var pools = new[]
        {
            new Pool
            {
                Size = new Size(2, 4),
                Capacity = Capacity.FlexStart,
                Nodes = 64,
                Budget = 3_000_000_000,
                Zone = "abc",
            },
            new Pool { Size = new Size(1, 1) },
        };
        Assert.Equal(pools, sample.Pools);
        Assert.Equal(new Pool { Size = new Size(4, 4) }, sample.Main);
        Assert.Equal(
            FlagList.Create(("tpu_chips", "16"), ("fast", "true"), ("a", "b=c"), ("empty", ""), ("text", "x y")),
            sample.Flags
        );
        Assert.Equal(new Dictionary<string, string?> { ["a"] = null, ["b/c"] = "x" }, sample.Labels);
        Assert.Equal("x 1 true", string.Join(' ', sample.Zones));
        Assert.Equal(80, sample.Ports["http"]);
    }

    [Theory]
    [InlineData("name: [a]", "name: is a list. Allowed: a string")]
    [InlineData("name: {a: 1}", "name: is a map. Allowed: a string")]
    [InlineData("replicas: 1.5", "replicas: `1.5` is not allowed. Allowed: an integer")]
    [InlineData("replicas: 3000000000", "replicas: `3000000000` is not allowed. Allowed: an integer")]
    [InlineData("factor: NaN", "factor: `NaN` is not allowed. Allowed: a number from 0.5 to 2")]
    [InlineData("factor: 2.5", "factor: `2.5` is not allowed. Allowed: a number from 0.5 to 2")]
    [InlineData("protect: maybe", "protect: `maybe` is not allowed. Allowed: true, false")]
    [InlineData(
        "pools: text",
        "pools: is a string. Allowed: a list, each a map with the keys size, capacity, nodes, budget, zone"
    )]
    [InlineData(
        "pools: {a: 1}",
        "pools: is a map. Allowed: a list, each a map with the keys size, capacity, nodes, budget, zone"
    )]
    [InlineData(
        "pools: [text]",
        "pools[0]: is a string. Allowed: a map with the keys size, capacity, nodes, budget, zone"
    )]
    [InlineData(
        "pools: [~]",
        "pools[0]: has no value. Allowed: a map with the keys size, capacity, nodes, budget, zone"
    )]
    [InlineData("pools: [{}]", "pools[0].size: is missing. Allowed: a size such as 2x4")]
    [InlineData("pools: [{size: ~}]", "pools[0].size: is missing. Allowed: a size such as 2x4")]
    [InlineData("main: {size: 4y4}", "main.size: `4y4` is not allowed. Allowed: a size such as 2x4")]
    [InlineData("main: {size: [4]}", "main.size: is a list. Allowed: a size such as 2x4")]
    [InlineData(
        "main: {size: 1x1, capacity: OnDemand}",
        "main.capacity: `OnDemand` is not allowed. Did you mean \"on-demand\"? Allowed: on-demand, spot, flex-start"
    )]
    [InlineData("main: {size: 1x1, nodes: 65}", "main.nodes: `65` is not allowed. Allowed: an integer from 1 to 64")]
    [InlineData("main: {size: 1x1, budget: 0}", "main.budget: `0` is not allowed. Allowed: an integer of at least 1")]
    [InlineData("main: {size: 1x1, zone: A}", "main.zone: `A` is not allowed. Allowed: 2 to 5 lower-case letters")]
    [InlineData("main: {size: 1x1, zone: ''}", "main.zone: `` is not allowed. Allowed: 2 to 5 lower-case letters")]
    [InlineData(
        "main: {size: 1x1, zone: abcdef}",
        "main.zone: `abcdef` is not allowed. Allowed: 2 to 5 lower-case letters"
    )]
    [InlineData(
        "main: {size: 1x1, zone: \"ab\\n\"}",
        "main.zone: `ab\\u{a}` is not allowed. Allowed: 2 to 5 lower-case letters"
    )]
    [InlineData(
        "main: {size: 1x1, sise: 1}",
        "main.sise: unknown key. Did you mean \"size\"? Allowed: size, capacity, nodes, budget, zone"
    )]
    [InlineData("zones: []", "zones: has 0 items. Allowed: a list of at least 1 items, each a string")]
    [InlineData("zones: [{}]", "zones[0]: is a map. Allowed: a string")]
    [InlineData("labels: [a]", "labels: is a list. Allowed: a map, each value a string")]
    [InlineData("labels: {'a b': [c]}", "labels[\"a b\"]: is a list. Allowed: a string")]
    [InlineData("ports: {http: []}", "ports.http: is a list. Allowed: an integer")]
    [InlineData("ports: {http: x}", "ports.http: `x` is not allowed. Allowed: an integer")]
    [InlineData(
        "derived: x",
        "derived: unknown key, or a secret in clear text. Encrypt a secret (pulumi config set --secret derived). Allowed: name, pools, main, replicas, factor, protect, flags, labels and 2 more"
    )]
    [InlineData(
        "Name: x",
        "Name: unknown key. Did you mean \"name\"? Allowed: name, pools, main, replicas, factor, protect, flags, labels and 2 more, or a secret string (pulumi config set --secret Name)"
    )]
    public void An_invalid_value_is_reported_with_its_path_its_line_and_the_allowed_values(
        string setting,
        string expected
    )
    {
        string[] needed = ["name: m", "pools: []"];
        var others = needed.Where(line => line.Split(':')[0] != setting.Split(':')[0]).ToArray();

        var bound = Bound.From([.. others, setting]);

        Assert.Null(bound.Sample);
        Assert.Equal([$"{others.Length + 2} {expected}"], bound.Errors);
    }

    [Theory]
    [InlineData("flags: {a: 1}", "flags: is a map. Allowed: a list of `- name: value`")]
    [InlineData("flags: [{a: 1, b: 2}]", "flags[0]: has 2 keys. Allowed: ")]
    [InlineData("flags: [{}]", "flags[0]: has 0 keys. Allowed: ")]
    [InlineData("flags: [a: [1]]", "flags[0].a: is a list. Allowed: ")]
    [InlineData("flags: [a]", "flags[0]: is a string. Allowed: ")]
    [InlineData("flags: [1]", "flags[0]: is a number. Allowed: ")]
    [InlineData("flags: [~]", "flags[0]: is empty. Allowed: ")]
    [InlineData("flags: [a: 1, 'a=2']", "flags[1]: sets `a` again, first in flags[0]. Remove one of them.")]
    [InlineData("flags: ['--a=2']", "flags[0]: `--a` is not a valid flag name")]
    [InlineData("flags: ['=2']", "flags[0]: `` is not a valid flag name")]
    [InlineData("flags: ['a b=2']", "flags[0]: `a b` is not a valid flag name")]
    public void A_wrong_flag_is_reported(string setting, string expected)
    {
        var bound = Bound.From("name: m", "pools: []", setting);

        Assert.Null(bound.Sample);
        Assert.StartsWith($"4 {expected}", Assert.Single(bound.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_reported_in_one_pass()
    {
        var bound = Bound.From("replicas: x", "pools: [{size: 1}, {nodes: 0}]", "what: 1");

        Assert.Equal(
            ["name", "pools[0].size", "pools[1].nodes", "pools[1].size", "replicas", "what"],
            bound.Problems.Select(problem => problem.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_long_value_is_truncated()
    {
        var bound = Bound.From("name: m", "pools: []", $"replicas: {new string('x', 500)}");

        Assert.Equal([$"4 replicas: `{new string('x', 60)}…` is not allowed. Allowed: an integer"], bound.Errors);
    }

    [Fact]
    public void A_missing_key_is_reported_only_once()
    {
        var document = new SettingsDocument("demo", "dev", ImmutableSortedDictionary<string, SettingNode>.Empty, []);
        var problems = new List<Diagnostic> { new(Severity.Error, "name", "was reported") };

        Samples.Binder.Bind<Sample>(document, problems);

        Assert.Equal(["name", "pools"], problems.Select(problem => problem.Key));
    }

    [Fact]
    public void A_type_that_cannot_be_bound_is_a_mistake_of_the_program() =>
        Assert.Throws<NotSupportedException>(() =>
            Samples.Binder.Bind<Uri>(
                new SettingsDocument("demo", "dev", ImmutableSortedDictionary<string, SettingNode>.Empty, []),
                []
            )
        );
}
