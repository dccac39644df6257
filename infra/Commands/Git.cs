namespace Infra.Commands;

/// <summary>Runs git.</summary>
internal static class Git
{
    /// <summary>Runs a git command in a folder.</summary>
    public static Task<ChildResult> RunAsync(
        string folder,
        CancellationToken cancellationToken,
        params IEnumerable<string> arguments
    ) => ChildProcess.RunAsync("git", ["-C", folder, .. arguments], ".", cancellationToken);
}
