using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>The paths of the files of a project relative to the repository that contains it, as GitHub shows files.</summary>
/// <param name="directory">The project's folder, or one below it.</param>
internal sealed class RepositoryPaths(string directory)
{
    private readonly string _project = StackFileReader.FindProjectFolder(directory) ?? directory;

    /// <summary>The path of a file relative to the repository, with slashes; relative to the project outside of a repository.</summary>
    /// <param name="file">The path relative to the project.</param>
    public string GetPath(string file) =>
        Path.GetRelativePath(Repository(), Path.Join(_project, file)).Replace('\\', '/');

    // A worktree has a file called .git.
    private string Repository()
    {
        var folder = _project;
        while (folder is not null && !Path.Exists(Path.Join(folder, ".git")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? _project;
    }
}
