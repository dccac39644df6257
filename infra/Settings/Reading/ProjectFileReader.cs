using System.Collections.Immutable;

namespace Infra.Settings.Reading;

/// <summary>Reads <c>Pulumi.yaml</c>.</summary>
/// <remarks>sdk/go/common/workspace: loaders.go, <c>LoadProjectBytes</c>; project.go, <c>RewriteConfigPathIntoStackConfigDir</c>.</remarks>
internal sealed class ProjectFileReader
{
    private readonly YamlFile _file;
    private readonly string _path;
    private readonly Dictionary<string, YamlEntry> _keys = new(StringComparer.Ordinal);

    private ProjectFileReader(string path, YamlFile file, YamlMap root)
    {
        _path = path;
        _file = file;
        foreach (var entry in YamlEntries.Of(root, "", file))
        {
            _keys.Add(entry.Key, entry);
        }
    }

    /// <summary>Reads the project file of a directory or the nearest one around it; null, with a problem, when it says no name or cannot be read.</summary>
    internal static ProjectFile? Read(string directory, ICollection<Problem> problems)
    {
        if (ProjectFile.Find(directory) is not { } path)
        {
            problems.Add(
                new Problem(
                    Severity.Error,
                    "",
                    $"there is no Pulumi.yaml in `{KeyPath.Shown(directory, 200)}` or above"
                )
            );
            return null;
        }

        var file = new YamlFile(Path.GetFileName(path), problems);
        return file.Load(path) is { } root ? new ProjectFileReader(path, file, root).Project() : null;
    }

    private ProjectFile? Project()
    {
        if (Text("name") is not { Length: > 0 } name)
        {
            _file.Error("name", Line("name"), "the project needs a name; accepted: a text");
            return null;
        }

        var config = _keys.GetValueOrDefault("config")?.Value;
        var declarations = config is YamlMap map
            ? DeclarationReader.Read(map, name, _file)
            : ImmutableArray<Declaration>.Empty;
        if (config is not (null or YamlMap or YamlScalar))
        {
            _file.Error("config", Line("config"), "takes a map of keys");
        }

        return StackDirectory() is { } directory ? new ProjectFile(name, _path, directory, declarations) : null;
    }

    /// <summary>The directory of the stack files: <c>stackConfigDir:</c>, or a text under <c>config:</c> as older projects have it.</summary>
    private string? StackDirectory()
    {
        if (Text("stackConfigDir") is not null && Text("config") is not null)
        {
            _file.Error(
                "config",
                Line("config"),
                "names a directory while `stackConfigDir` does too; keep `stackConfigDir`"
            );
            return null;
        }

        var key = Text("config") is null ? "stackConfigDir" : "config";
        var project = Path.GetFullPath(Path.GetDirectoryName(_path)!);
        var directory = Path.GetFullPath(Path.Join(project, Text(key)));
        if (
            directory == project
            || directory.StartsWith(project + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        )
        {
            return directory;
        }

        _file.Error(key, Line(key), "leads out of the project; accepted: a directory below that of Pulumi.yaml");
        return null;
    }

    private string? Text(string key) =>
        _keys.GetValueOrDefault(key)?.Value is YamlScalar scalar
        && (scalar.Quoted || CoreScalar.Resolve(scalar.Text).Kind is CoreKind.Text)
            ? scalar.Text
            : null;

    private int? Line(string key) => _keys.TryGetValue(key, out var entry) ? entry.Line : null;
}
