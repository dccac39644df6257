using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Seed;

/// <summary>Kubernetes objects of manifests, as strings that a test can compare.</summary>
internal static class ManifestObjects
{
    /// <summary>Each object as a string in which maps are sorted and lists are not.</summary>
    public static List<string> Read(string yaml)
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
