using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bench;

/// <summary>Compares two streams of Kubernetes objects, regardless of the order of objects and keys.</summary>
internal static class Manifests
{
    /// <summary>Returns the number of objects.</summary>
    /// <exception cref="BenchException">The objects differ; the message says where.</exception>
    public static int Compare(string expected, string actual)
    {
        var (left, right) = (Objects(expected), Objects(actual));
        foreach (var name in left.Keys.Union(right.Keys))
        {
            if (Difference(name, left.GetValueOrDefault(name), right.GetValueOrDefault(name)) is { } difference)
            {
                throw new BenchException($"The objects differ, so times cannot be compared: {difference}");
            }
        }

        return left.Count;
    }

    private static Dictionary<string, YamlNode> Objects(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream
            .Documents.Select(document => document.RootNode)
            .ToDictionary(node => $"{node["kind"]} {node["metadata"]["name"]}");
    }

    private static string? Difference(string path, YamlNode? left, YamlNode? right) =>
        (left, right) switch
        {
            (YamlMappingNode a, YamlMappingNode b) => a
                .Children.Keys.Union(b.Children.Keys)
                .Select(key => Difference($"{path}.{key}", Child(a, key), Child(b, key)))
                .FirstOrDefault(difference => difference is not null),
            (YamlSequenceNode a, YamlSequenceNode b) => Enumerable
                .Range(0, Math.Max(a.Children.Count, b.Children.Count))
                .Select(index =>
                    Difference(
                        $"{path}[{index}]",
                        a.Children.ElementAtOrDefault(index),
                        b.Children.ElementAtOrDefault(index)
                    )
                )
                .FirstOrDefault(difference => difference is not null),
            _ => Text(left) == Text(right) ? null : $"{path} is {Text(left)} and {Text(right)}",
        };

    private static YamlNode? Child(YamlMappingNode map, YamlNode key) =>
        map.Children.TryGetValue(key, out var child) ? child : null;

    private static string Text(YamlNode? node) =>
        node switch
        {
            null => "nothing",
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } => "null",
            YamlScalarNode { Style: ScalarStyle.Plain } scalar when IsNotString(scalar.Value!) => scalar.Value!,
            YamlScalarNode scalar => $"\"{scalar.Value}\"",
            _ => node.NodeType.ToString(),
        };

    private static bool IsNotString(string value) =>
        value is "true" or "false" || decimal.TryParse(value, CultureInfo.InvariantCulture, out _);
}
