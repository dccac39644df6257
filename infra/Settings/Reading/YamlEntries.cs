namespace Infra.Settings.Reading;

/// <summary>An entry of a map, its key as the Pulumi CLI reads it.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);

/// <summary>The entries of a map as the Pulumi CLI sees them: merge keys followed, keys made texts, no key twice.</summary>
/// <remarks>gopkg.in/yaml.v3 decode.go, <c>mapping</c> and <c>merge</c>: a map's own keys win over merged ones, earlier merged maps over later ones.</remarks>
internal static class YamlEntries
{
    private const string MergeKey = "<<";
    private const int DeepestMerge = 20;

    /// <summary>The entries in the order of the file.</summary>
    internal static IReadOnlyList<YamlEntry> Of(YamlMap map, string path, YamlFile file) =>
        Of(map, path, file, DeepestMerge);

    private static IReadOnlyList<YamlEntry> Of(YamlMap map, string path, YamlFile file, int depth)
    {
        if (!file.KnownEntries.TryGetValue(map, out var entries))
        {
            entries = Read(map, path, file, depth);
            file.KnownEntries.Add(map, entries);
        }

        return entries;
    }

    private static List<YamlEntry> Read(YamlMap map, string path, YamlFile file, int depth)
    {
        var entries = new List<YamlEntry>(map.Pairs.Length);
        var lines = new Dictionary<string, int>(map.Pairs.Length, StringComparer.Ordinal);
        foreach (var (key, value) in map.Pairs)
        {
            if (KeyText(key) is not { } text)
            {
                file.Error(path, key.Line, "holds a key that is no text; put it in quotes");
            }
            else if (!lines.TryAdd(text, key.Line))
            {
                file.Error(
                    KeyPath.Entry(path, text),
                    key.Line,
                    $"is set twice, first in line {lines[text]}; a key may stand once"
                );
            }
            else
            {
                entries.Add(new YamlEntry(text, key.Line, value));
            }
        }

        if (!lines.ContainsKey(MergeKey))
        {
            return entries;
        }

        var merges = entries.FindAll(entry => entry.Key == MergeKey);
        entries.RemoveAll(entry => entry.Key == MergeKey);
        var merged = merges.SelectMany(merge => Merged(merge, path, file, depth));
        entries.AddRange(merged.Where(entry => lines.TryAdd(entry.Key, entry.Line)));
        return entries;
    }

    private static IEnumerable<YamlEntry> Merged(YamlEntry merge, string path, YamlFile file, int depth)
    {
        var sources = merge.Value is YamlList list ? list.Items : [merge.Value];
        if (depth == 0 || sources.Any(source => source is not YamlMap))
        {
            file.Error(path, merge.Line, $"`{MergeKey}` takes a map or a list of maps, at most {DeepestMerge} deep");
            return [];
        }

        return sources.OfType<YamlMap>().SelectMany(source => Of(source, path, file, depth - 1));
    }

    private static string? KeyText(YamlNode key)
    {
        if (key is not YamlScalar { Tag: null } scalar)
        {
            return null;
        }

        if (scalar.Quoted)
        {
            return scalar.Text;
        }

        var core = CoreScalar.Resolve(scalar.Text);
        var isWhole = core.Kind is CoreKind.Number && GoNumber.Integer(scalar.Text) == core.Text;
        return isWhole || core.Kind is CoreKind.Text or CoreKind.Bool ? core.Text : null;
    }
}
