using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>The presets of the program: the files of its folder <c>presets</c>, each with settings of a serving.</summary>
internal static class Presets
{
    private const string Folder = "presets/";
    private const string Extension = ".yaml";

    private static readonly (string Key, string Message)[] KeysOfServings =
    [
        ("preset", "a preset cannot start from another preset. Remove it"),
        ("name", "a preset has no name, because every serving has its own. Remove it"),
    ];

    /// <summary>The names of the presets, in ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. EmbeddedText
            .Names(Folder)
            .Select(name => name[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads what settings start from; null for the name of no preset.</summary>
    public static PresetName? Parse(string text) =>
        new PresetName(text) is { } name && (name.IsPath || Names.Contains(text)) ? name : null;

    /// <summary>Reads a preset; null, with a problem, when its file cannot be read.</summary>
    /// <param name="name">Its name, or the path of a file.</param>
    /// <param name="directory">The directory that paths are relative to, and that they do not leave; null where it is not known.</param>
    /// <param name="location">Where it is named.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static MapNode? Read(
        PresetName name,
        string? directory,
        SourceLocation location,
        ICollection<Diagnostic> problems
    )
    {
        if (!name.IsPath)
        {
            var file = $"{Folder}{name}{Extension}";
            return new YamlFile(file, problems).ReadMap(() => EmbeddedText.Read(file));
        }

        var root = Path.GetFullPath(directory ?? ".");
        var path = Path.GetFullPath(Path.Join(root, name.Text));
        if (!path.StartsWith($"{root}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        {
            problems.Add(
                new(
                    Severity.Error,
                    location.Key,
                    $"'{KeyPath.Shown(name.Text)}' is outside of the project. Allowed: a file in the folder of Pulumi.yaml or below",
                    location.File,
                    location.Line
                )
            );
            return null;
        }

        if (!File.Exists(path))
        {
            problems.Add(
                new(Severity.Error, location.Key, $"the file {path} does not exist", location.File, location.Line)
            );
            return null;
        }

        return new YamlFile(name.Text, problems).ReadMap(() => YamlFile.Text(path)) is { } preset
            ? WithoutOwnKeys(preset, problems)
            : null;
    }

    /// <summary>A preset without the keys that only a serving has, each of which is a problem.</summary>
    private static MapNode WithoutOwnKeys(MapNode preset, ICollection<Diagnostic> problems)
    {
        foreach (var (key, message) in KeysOfServings)
        {
            if (preset.Entries.GetValueOrDefault(key)?.Location is { } location)
            {
                problems.Add(new(Severity.Error, location.Key, message, location.File, location.Line));
            }
        }

        return preset.Without(KeysOfServings.Select(one => one.Key));
    }
}
