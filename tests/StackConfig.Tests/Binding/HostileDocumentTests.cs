using System.Collections.Immutable;
using CsCheck;
using StackConfig.Reading;

namespace StackConfig.Tests.Binding;

[Trait("Category", "Slow")]
public sealed class HostileDocumentTests
{
    private static readonly SourceLocation Location = new("k", "Pulumi.dev.yaml", 1);

    private static readonly Gen<string> Key = Gen.OneOf(
        Gen.OneOf(
            "name",
            "pools",
            "main",
            "replicas",
            "factor",
            "protect",
            "flags",
            "labels",
            "ports",
            "zones",
            "size",
            "nodes",
            "zone",
            "capacity"
        ),
        Gen.String
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Int.Select(number => $"{number}"),
        Gen.Double.Select(number => $"{number}"),
        Gen.OneOf("", "true", "spot", "2x4", "a=b", "=", "--a=1", "1e400", "NaN", "Infinity")
    );

    private static readonly Gen<SettingNode> Node = Gen.Recursive<SettingNode>(
        (depth, node) =>
            depth > 4
                ? Leaf
                : Gen.OneOf(
                    Leaf,
                    node.Array[0, 3].Select(items => (SettingNode)new ListNode(Location, [.. items])),
                    Entries(node).Select(entries => (SettingNode)new MapNode(Location, entries))
                )
    );

    private static Gen<SettingNode> Leaf =>
        Gen.OneOf(
            Gen.Const((SettingNode)new NullNode(Location)),
            Gen.Const((SettingNode)new SecretNode(Location, "v1:hidden")),
            Gen.Select(Gen.Enum<ScalarKind>(), Text)
                .Select((kind, text) => (SettingNode)new ScalarNode(Location, kind, text))
        );

    [Fact]
    public void The_binder_never_throws_for_arbitrary_documents() =>
        Entries(Node)
            .Sample(
                entries =>
                {
                    var problems = new List<Diagnostic>();
                    var bound = Samples.Binder.Bind<Sample>(new SettingsDocument("demo", "dev", entries, []), problems);

                    Assert.Equal(bound.Settings is null, problems.Count > 0);
                    Assert.All(
                        problems,
                        problem => Assert.DoesNotContain("v1:hidden", problem.Message, StringComparison.Ordinal)
                    );
                    Assert.All(
                        problems,
                        problem => Assert.DoesNotContain(problem.Key + problem.Message, char.IsControl)
                    );
                },
                iter: 2_000
            );

    private static Gen<ImmutableSortedDictionary<string, SettingNode>> Entries(Gen<SettingNode> node) =>
        Gen.Select(Key, node)
            .Array[0, 5]
            .Select(entries =>
                entries
                    .DistinctBy(entry => entry.Item1)
                    .ToImmutableSortedDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal)
            );
}
