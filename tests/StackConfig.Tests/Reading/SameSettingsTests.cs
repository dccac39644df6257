using System.Text.Json;
using CsCheck;
using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

/// <summary>Whatever is accepted reaches the program with the same value offline and under the engine.</summary>
public sealed class SameSettingsTests
{
    private const int Documents = 3_000;

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf([.. HostileScalars.Accepted, .. HostileScalars.Refused, "True", "FALSE", "Null"]),
        Gen.String[Gen.Char["0123456789"], 1, 18],
        Gen.String[Gen.Char["017_xXobe+-."], 1, 7],
        Gen.String[Gen.Char["0123456789+-._:eExob~ "], 1, 8],
        Gen.String[Gen.Char["abFTnyes019.:=-?/#'\"@`%|>*&!\u00E9\u4E2D"], 1, 6]
    );

    private static readonly Gen<string> Quoted = Gen.String[
            Gen.Char[" aZ09:,[]{}#&*!|>'\"%@`-?~\\/.=<\n\t\u00E9\u4E2D\uFEFF\u2028"],
            0,
            12
        ]
        .Select(text => JsonSerializer.Serialize(text));

    private static readonly Gen<string> Key = Gen.OneOf(Quoted, Hostile, Gen.OneOf("a", "b-c", "d.e"));

    private static readonly Gen<string> Value = Gen.Recursive<string>(
        (depth, value) =>
            depth > 3
                ? Gen.OneOf(Hostile, Quoted)
                : Gen.Frequency(
                    (4, Hostile),
                    (2, Quoted),
                    (1, value.List[0, 4].Select(items => $"[{string.Join(", ", items)}]")),
                    (1, Gen.Select(Key, value).List[0, 4].Select(Map))
                )
    );

    private static readonly Gen<string> Lines = Gen.Select(
        Gen.OneOf("|", ">", "|-", ">-", "|+", ">+", "'", "\""),
        Gen.OneOf("a", "  a", "", " ", "a: b", "- c", "#x", "y", "x  ", "---x", "\u00E9").List[1, 5],
        Block
    );

    [Fact]
    [Trait("Category", "Slow")]
    public void An_accepted_file_equals_the_configuration_of_the_engine() =>
        AssertAgreement(
            Value
                .List[1, 3]
                .Select(values => string.Concat(values.Select((value, i) => $"  demo:k{i}:{Separator(i)}{value}\n")))
        );

    [Fact]
    [Trait("Category", "Slow")]
    public void An_accepted_multi_line_string_equals_the_configuration_of_the_engine() => AssertAgreement(Lines);

    [Fact]
    public void The_order_of_keys_is_irrelevant()
    {
        var one = TemporaryProject.Setting("{b: 1, a: {d: 2, c: 3}}");
        var other = TemporaryProject.Setting("{a: {c: 3, d: 2}, b: 1}");

        Assert.Equal("{a: {c: Number(3), d: Number(2)}, b: Number(1)}", NodeText.Format(one.Node));
        Assert.Equal(NodeText.Format(one.Node), NodeText.Format(other.Node));
    }

    private static void AssertAgreement(Gen<string> settings)
    {
        var accepted = 0;
        settings.Sample(
            text =>
            {
                accepted += Accepts($"config:\n{text}") ? 1 : 0;
            },
            iter: Documents,
            threads: 1
        );

        Assert.InRange(accepted, Documents / 10, Documents - 1);
    }

    /// <summary>Whether a file is accepted; then every reader must agree on it.</summary>
    private static bool Accepts(string yaml)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", yaml);
        var offline = project.Read();
        if (project.Problems.Count > 0)
        {
            return false;
        }

        foreach (var (name, resolve) in ScalarSpecification.All)
        {
            var config = new ReferenceReader(resolve).Read(yaml);
            Assert.True(config is not null, $"{name} refuses what the other reader accepts\n{yaml}");
            var engine = EngineConfigReader.Read("demo", "dev", config, new HashSet<string>());
            Assert.Equal($"{name}: {NodeText.Format(engine)}", $"{name}: {NodeText.Format(offline!)}");
        }

        return true;
    }

    /// <summary>Every other value is in a list below its key.</summary>
    private static string Separator(int index) => index % 2 == 0 ? " " : "\n    - ";

    private static string Block(string style, IReadOnlyList<string> lines)
    {
        var text = string.Concat(lines.Select(line => $"      {line}\n"));
        var value = style is "'" or "\"" ? $"{style}{text.TrimStart()}      {style}\n" : $"{style}\n{text}";
        return $"  demo:k:\n    x: {value}  demo:l: 1\n";
    }

    private static string Map(IReadOnlyList<(string Key, string Value)> entries) =>
        $"{{{string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";
}
