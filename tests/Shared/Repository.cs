namespace Tests.Shared;

/// <summary>The repository that contains the tests.</summary>
internal static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Reads a file, by its path relative to the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
