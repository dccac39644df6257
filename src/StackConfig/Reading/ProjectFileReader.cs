namespace StackConfig.Reading;

/// <summary>Reads <c>Pulumi.yaml</c>.</summary>
/// <remarks>sdk/go/common/workspace of the Pulumi CLI: loaders.go, <c>LoadProjectBytes</c>; project.go.</remarks>
internal sealed class ProjectFileReader(YamlFile file)
{
    private readonly DeclarationReader _declarations = new(file);
    private SettingNode? _name;
    private SettingNode? _stackDirectory;

    /// <summary>Reads the project file of a directory or the nearest one around it; null, with a problem, if it has no name or cannot be read.</summary>
    internal static ProjectFile? Read(string directory, ICollection<Diagnostic> problems)
    {
        if (ProjectFile.Find(directory) is not { } path)
        {
            var message = $"there is no Pulumi.yaml in `{KeyPath.Shown(directory, 200)}` or above.";
            problems.Add(new Diagnostic(Severity.Error, "", message));
            return null;
        }

        var file = new YamlFile(Path.GetFileName(path), problems);
        var reader = new ProjectFileReader(file);
        return file.Read(path, reader.ReadKey) ? reader.Project(path) : null;
    }

    private void ReadKey(YamlReader yaml, YamlKey key)
    {
        var location = new SourceLocation(key.Text, file.Name, key.Line);
        switch (key.Text)
        {
            case "name":
                _name = yaml.Read(location);
                break;
            case "stackConfigDir":
                _stackDirectory = yaml.Read(location);
                break;
            case "config":
                yaml.ReadMap(location, declaration => _declarations.Read(yaml, declaration));
                break;
            default:
                yaml.Skip();
                break;
        }
    }

    private ProjectFile? Project(string path)
    {
        if (_name is not ScalarNode { Kind: ScalarKind.String, Text: { Length: > 0 } name })
        {
            file.Error("name", _name?.Location.Line, "the project needs a name. Set it to a string.");
            return null;
        }

        var project = Path.GetFullPath(Path.GetDirectoryName(path)!);
        var directory = Path.GetFullPath(Path.Join(project, (_stackDirectory as ScalarNode)?.Text));
        if (!$"{directory}/".StartsWith($"{project}/", StringComparison.Ordinal))
        {
            file.Error(
                "stackConfigDir",
                _stackDirectory?.Location.Line,
                "is outside of the project. Set it to a directory below that of Pulumi.yaml."
            );
            return null;
        }

        return new ProjectFile(name, path, directory, _declarations.GetDeclarations(name));
    }
}
