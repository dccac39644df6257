namespace StackConfig.Reading;

/// <summary>Reads the settings of a stack from its file, with the values that the Pulumi CLI passes to the program. Secrets stay encrypted.</summary>
public static class StackFileReader
{
    /// <summary>The names of the project's stacks that have a file, in ordinal order; none where there is no readable project file.</summary>
    /// <param name="projectDirectory">The directory of <c>Pulumi.yaml</c>, or one below it.</param>
    /// <param name="problems">Receives everything that is wrong with the project file; null to ignore that.</param>
    public static IReadOnlyList<string> Stacks(string projectDirectory, ICollection<Diagnostic>? problems = null) =>
        ProjectFileReader.Read(projectDirectory, problems ?? [])?.Stacks() ?? [];

    /// <summary>The folder of the project file in a directory or the nearest one around it; null if there is none.</summary>
    /// <param name="directory">The directory.</param>
    public static string? FindProjectFolder(string directory) => Path.GetDirectoryName(ProjectFile.Find(directory));

    /// <summary>Reads <c>Pulumi.yaml</c> and the stack's file. No file outside the project's directory is read.</summary>
    /// <param name="projectDirectory">The directory of <c>Pulumi.yaml</c> or <c>Pulumi.yml</c>, or one below it.</param>
    /// <param name="stack">The stack's name, such as <c>dev</c>.</param>
    /// <param name="problems">Receives everything that is wrong, and the warnings.</param>
    /// <returns>The document; null, with a problem, when a file is missing or is not readable as YAML.</returns>
    public static SettingsDocument? Read(string projectDirectory, string stack, ICollection<Diagnostic> problems)
    {
        if (!StackName.Check(stack, problems) || ProjectFileReader.Read(projectDirectory, problems) is not { } project)
        {
            return null;
        }

        var path = project.StackFile(stack);
        var folder = Path.GetDirectoryName(project.Path)!;
        var file = new YamlFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), problems);
        if (Path.Exists(path))
        {
            return Read(project, stack, path, file);
        }

        var known = project.Stacks();
        var shown = known.Count == 0 ? "none" : string.Join(", ", known);
        file.Error("", null, $"does not exist.{DidYouMean.Sentence(stack, known)} Stacks of this project: {shown}.");
        return null;
    }

    private static SettingsDocument? Read(ProjectFile project, string stack, string path, YamlFile file)
    {
        var settings = new StackFile(project.Name, file);
        if (!file.Read(path, settings.ReadKey))
        {
            return null;
        }

        settings.AddDefaults(project.Declarations);
        return new SettingsDocument(
            project.Name,
            stack,
            new SortedList<string, SettingNode>(settings.Entries, StringComparer.Ordinal),
            [.. settings.ForeignKeys.Values.OrderBy(location => location.Key, StringComparer.Ordinal)]
        )
        {
            Directory = Path.GetDirectoryName(project.Path),
            Environment = settings.Environment,
        };
    }
}
