using Infra.Tests.Commands;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Seed;

/// <summary>The manifests of Google's guide, with their placeholders filled in, are what the seed's stack files render to.</summary>
public sealed class SeedTests
{
    private static readonly string Stacks = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Seed", "Stacks");

    [Theory]
    [InlineData("llama3-405b", "llama3.1-405b-batch.yaml")]
    [InlineData("llama2-70b", "llama2-70b-disaggregated.yaml")]
    public async Task The_seed_is_met_object_for_object_and_argument_for_argument(string stack, string manifest)
    {
        var result = await InProcessCli.RunAsync(Stacks, "render", "--stack", stack);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Objects(Golden.Read($"Seed/{manifest}")), Objects(result.Output));
        Golden.Matches(result.Output, $"Seed/Golden/{manifest}");
    }

    /// <summary>Each object as a string in which maps are sorted and lists are not.</summary>
    private static List<string> Objects(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. stream.Documents.Select(document => Canonical(document.RootNode)).Order(StringComparer.Ordinal)];
    }

    private static string Canonical(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => $"{{{string.Join(',', map.Children.Select(Entry).Order(StringComparer.Ordinal))}}}",
            YamlSequenceNode list => $"[{string.Join(',', list.Children.Select(Canonical))}]",
            YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when IsNotText(scalar) => scalar.Value!,
            YamlScalarNode scalar => $"\"{scalar.Value}\"",
            _ => throw new InvalidOperationException($"{node.NodeType} is not expected in a manifest."),
        };

    private static bool IsNotText(YamlScalarNode scalar) =>
        scalar.Value is "true" or "false" || int.TryParse(scalar.Value, out _);

    private static string Entry(KeyValuePair<YamlNode, YamlNode> entry) =>
        $"{Canonical(entry.Key)}:{Canonical(entry.Value)}";
}
