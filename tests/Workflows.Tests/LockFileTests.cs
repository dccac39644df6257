namespace Workflows.Tests;

/// <summary>Every project has a lock file, because NuGet only checks those that exist.</summary>
public sealed class LockFileTests
{
    private static readonly string[] ProjectFiles =
    [
        .. new[] { "infra", "src", "bench", "tests" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.StartsWith("bench/.work/", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Projects => [.. ProjectFiles];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_a_lock_file_for_the_stand_in(string project) =>
        Assert.True(IsLocked(project, "offline"), $"Run `make lock PulumiSdk=offline` for {project}.");

    [Fact]
    public void The_official_packages_are_locked_for_all_projects_or_for_none() =>
        Assert.Single(ProjectFiles.Select(project => IsLocked(project, "nuget")).Distinct());

    [Fact]
    public void The_solution_contains_every_project_so_that_all_lock_files_are_written_at_once()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Infra.sln")).Replace('\\', '/');

        Assert.All(ProjectFiles, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    private static bool IsLocked(string project, string choice) =>
        File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, $"packages.{choice}.lock.json"));
}
