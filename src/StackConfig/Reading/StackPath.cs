namespace StackConfig.Reading;

/// <summary>Where the file of a stack is, or would be.</summary>
/// <param name="Project">The project's name, which is the namespace of its settings.</param>
/// <param name="ProjectFolder">The folder of the project file.</param>
/// <param name="File">The path of the stack's file.</param>
public sealed record StackPath(string Project, string ProjectFolder, string File)
{
    /// <summary>Finds the path; null, with a problem, without a project or for a name that is not allowed.</summary>
    /// <param name="projectDirectory">The directory of <c>Pulumi.yaml</c> or <c>Pulumi.yml</c>, or one below it.</param>
    /// <param name="stack">The stack's name, such as <c>dev</c>.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static StackPath? Find(string projectDirectory, string stack, ICollection<Diagnostic> problems) =>
        StackName.Check(stack, problems) && ProjectFileReader.Read(projectDirectory, problems) is { } project
            ? new(project.Name, Path.GetDirectoryName(project.Path)!, project.StackFile(stack))
            : null;
}
