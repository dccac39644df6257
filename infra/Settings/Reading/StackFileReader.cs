namespace Infra.Settings.Reading;

/// <summary>Reads the settings of a stack from its file, as the Pulumi CLI would hand them to the program.</summary>
/// <remarks>
/// What the CLI does: sdk/go/common/workspace/loaders.go (<c>LoadProjectStackBytes</c>) for the file, pkg/workspace/config.go
/// (<c>mergeConfig</c>) for the project's defaults. Secrets stay encrypted.
/// </remarks>
public static class StackFileReader
{
    /// <summary>The names of the project's stacks that have a file, in ordinal order; none where there is no readable project file.</summary>
    /// <param name="projectDirectory">The directory of <c>Pulumi.yaml</c>, or one below it.</param>
    public static IReadOnlyList<string> Stacks(string projectDirectory) =>
        ProjectFileReader.Read(projectDirectory, new List<Problem>())?.Stacks() ?? [];

    /// <summary>Reads <c>Pulumi.yaml</c> and the stack's file. No file outside the project's directory is read.</summary>
    /// <param name="projectDirectory">The directory of <c>Pulumi.yaml</c> or <c>Pulumi.yml</c>, or one below it.</param>
    /// <param name="stack">The stack's name, such as <c>dev</c>.</param>
    /// <param name="problems">Receives everything that is wrong, and the warnings.</param>
    /// <returns>The document; null, with a problem, when a file is missing or is not readable as YAML.</returns>
    public static SettingsDocument? Read(string projectDirectory, string stack, ICollection<Problem> problems)
    {
        if (!StackName.IsAllowed(stack))
        {
            var shown = KeyPath.Shown(stack);
            problems.Add(
                new Problem(Severity.Error, "", $"`{shown}` is no name of a stack; accepted: {StackName.Accepted}")
            );
            return null;
        }

        if (ProjectFileReader.Read(projectDirectory, problems) is not { } project)
        {
            return null;
        }

        var path = project.StackFile(stack);
        var file = new YamlFile(
            Path.GetRelativePath(Path.GetDirectoryName(project.Path)!, path).Replace('\\', '/'),
            problems
        );
        if (!File.Exists(path))
        {
            var known = project.Stacks();
            var shown = known.Count == 0 ? "none" : string.Join(", ", known);
            file.Error(
                "",
                null,
                $"there is no such file; stacks of this project: {shown}{Suggestion.For(stack, known)}"
            );
            return null;
        }

        return file.Load(path) is { } root ? Document(project, stack, root, file) : null;
    }

    private static SettingsDocument Document(ProjectFile project, string stack, YamlMap root, YamlFile file)
    {
        var content = new StackFile(project.Name, file);
        content.Read(root);
        ProjectDefaults.Merge(project, content, file);
        return new SettingsDocument(
            project.Name,
            stack,
            OrdinalMap.Of(content.Entries),
            [.. OrdinalMap.Of(content.ForeignKeys).Values]
        );
    }
}
