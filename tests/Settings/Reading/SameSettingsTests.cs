using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Infra.Settings.Reading;

namespace Infra.Tests.Settings.Reading;

/// <summary>A stack file offline, and what the Pulumi CLI makes of it, give the same settings.</summary>
public sealed class SameSettingsTests
{
    /// <summary>Scalars as a file may write them, with the JSON that the CLI makes of them (taken from gopkg.in/yaml.v3).</summary>
    private static readonly Gen<Written> Scalar = Gen.OneOf(
        Gen.OneOf(
            new Written("1e3", "1000"),
            new Written("0775", "509"),
            new Written("0x1F", "31"),
            new Written("1_000", "1000"),
            new Written("0.10", "0.1"),
            new Written("1e20", "100000000000000000000"),
            new Written("1e-7", "1e-7"),
            new Written("True", "true"),
            new Written("false", "false"),
            new Written("~", "null"),
            new Written("Null", "null"),
            new Written("yes", "\"yes\""),
            new Written("12:30:45", "\"12:30:45\""),
            new Written("4x4", "\"4x4\""),
            new Written("'1e3'", "\"1e3\""),
            new Written("''", "\"\"")
        ),
        Gen.Int.Select(number => new Written($"{number}", $"{number}")),
        Gen.String[Gen.Char[" aZ09:,[]{}#&*!|>'\"%@`-?~\\/.=<\t\u00E9\u4E2D"], 0, 12].Select(Quoted)
    );

    private static readonly Gen<Written> Value = Gen.Recursive<Written>(
        (depth, value) =>
            depth > 3
                ? Scalar
                : Gen.Frequency(
                    (3, Scalar),
                    (1, value.List[0, 4].Select(List)),
                    (1, Gen.Select(Gen.String[Gen.Char["abc \"\u00E9."], 1, 6], value).List[0, 4].Select(Map))
                )
    );

    [Fact]
    public void A_stack_file_gives_what_the_engine_hands_over() =>
        Value
            .List[0, 5]
            .Sample(values =>
            {
                using var project = new TemporaryProject();
                var lines = values.Select((value, index) => $"  demo:k{index}: {value.Yaml}\n");
                project.Write("Pulumi.dev.yaml", "config:\n" + string.Concat(lines));
                var config = values.Index().ToDictionary(entry => $"demo:k{entry.Index}", entry => entry.Item.Text);

                var offline = project.Read();
                var engine = EngineConfigReader.Read("demo", "dev", config, new HashSet<string>());

                Assert.Equal(NodeText.Of(engine), NodeText.Of(offline!));
            });

    [Fact]
    public void The_order_of_keys_changes_nothing()
    {
        var one = TemporaryProject.Setting("{b: 1, a: {d: 2, c: 3}}");
        var other = TemporaryProject.Setting("{a: {c: 3, d: 2}, b: 1}");

        Assert.Equal("{a: {c: Number(3), d: Number(2)}, b: Number(1)}", NodeText.Of(one.Node));
        Assert.Equal(NodeText.Of(one.Node), NodeText.Of(other.Node));
    }

    private static Written Quoted(string text)
    {
        var json = JsonSerializer.Serialize(text);
        return new(json, json);
    }

    private static Written List(IReadOnlyList<Written> items) =>
        new(
            $"[{string.Join(", ", items.Select(item => item.Yaml))}]",
            $"[{string.Join(",", items.Select(item => item.Json))}]"
        );

    private static Written Map(IReadOnlyList<(string Key, Written Value)> entries)
    {
        var unique = entries
            .DistinctBy(entry => entry.Key)
            .Select(entry => (Key: JsonSerializer.Serialize(entry.Key), entry.Value))
            .ToList();
        return new(
            $"{{{string.Join(", ", unique.Select(entry => $"{entry.Key}: {entry.Value.Yaml}"))}}}",
            $"{{{string.Join(",", unique.Select(entry => $"{entry.Key}:{entry.Value.Json}"))}}}"
        );
    }

    /// <summary>A value as the file writes it and as the CLI writes it inside a list or map.</summary>
    private sealed record Written(string Yaml, string Json)
    {
        /// <summary>The text that the CLI hands over when the value stands at the top: a text bare, all else as JSON, nothing as the empty text.</summary>
        public string Text =>
            JsonNode.Parse(Json) is not { } node ? ""
            : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
            : Json;
    }
}
