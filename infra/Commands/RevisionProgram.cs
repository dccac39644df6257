using System.Reflection;
using Infra.Model.Names;

namespace Infra.Commands;

/// <summary>The program at a revision: the running one if only settings differ, or one that is built once and kept.</summary>
/// <param name="messages">Where it reports progress.</param>
/// <param name="folder">A folder of the repository.</param>
internal sealed class RevisionProgram(TextWriter messages, string folder)
{
    private const string CacheFolder = ".preview-cache";
    private const int MaxKept = 4;

    private static readonly Assembly Running = typeof(RevisionProgram).Assembly;

    // Everything but settings and pages, which no program is built from.
    private static readonly string[] Sources =
    [
        ":(top)",
        ":(top,exclude,glob)**/Pulumi*.yaml",
        ":(top,exclude,glob)**/Pulumi*.yml",
        ":(top,exclude,glob)**/*.md",
    ];

    private static readonly (string, string)[] Packages =
    [
        .. Running
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(entry => entry.Key == "PulumiSdk")
            .Select(entry => (entry.Key, entry.Value!)),
    ];

    /// <summary>The program's file.</summary>
    /// <param name="revision">The revision as it was requested.</param>
    /// <param name="commit">Its commit.</param>
    /// <param name="project">The project file in a checkout of the revision.</param>
    /// <param name="cancellationToken">Ends a build early.</param>
    /// <exception cref="InvalidDataException">It does not build; the message says why.</exception>
    public async Task<string> GetAsync(
        string revision,
        string commit,
        string project,
        CancellationToken cancellationToken
    )
    {
        var top = (await Git.RunAsync(folder, cancellationToken, "rev-parse", "--show-toplevel")).Output.Trim();
        if (await IsRunningAsync(top, commit, cancellationToken))
        {
            return Running.Location;
        }

        var cache = Path.Combine(top, CacheFolder);
        var kept = Path.Combine(cache, await KeyAsync(commit, cancellationToken));
        var file = Path.Combine(kept, $"{Path.GetFileNameWithoutExtension(project)}.dll");
        if (!File.Exists(file))
        {
            await messages.WriteLineAsync($"Building {revision}…");
            await BuildAsync(project, cache, kept, cancellationToken);
        }

        return file;
    }

    private async Task<bool> IsRunningAsync(string top, string commit, CancellationToken cancellationToken)
    {
        if (!Running.Location.StartsWith($"{top}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        {
            return false;
        }

        var changed = await Git.RunAsync(folder, cancellationToken, ["diff", "--quiet", commit, "--", .. Sources]);
        var added = await Git.RunAsync(
            folder,
            cancellationToken,
            ["ls-files", "--others", "--exclude-standard", "--", .. Sources]
        );
        return changed.ExitCode == 0 && added is { ExitCode: 0, Output: "" };
    }

    /// <summary>A hash of all that the program is built from.</summary>
    private async Task<string> KeyAsync(string commit, CancellationToken cancellationToken)
    {
        var tree = await Git.RunAsync(folder, cancellationToken, "ls-tree", "-r", "-z", "--full-tree", commit);
        var sources = tree.Output.Split('\0').Where(line => !IsSetting(line.Split('\t')[^1]));
        var text = string.Join('\n', [.. sources, .. Packages.Select(entry => entry.ToString())]);
        return ShortHash.Compute(text, 20);
    }

    private static bool IsSetting(string path) =>
        Path.GetExtension(path) is ".md"
        || (
            Path.GetFileName(path).StartsWith("Pulumi", StringComparison.Ordinal)
            && Path.GetExtension(path) is ".yaml" or ".yml"
        );

    private static async Task BuildAsync(string project, string cache, string kept, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(cache);
        await File.WriteAllTextAsync(Path.Combine(cache, ".gitignore"), "*\n", cancellationToken);
        var output = $"{kept}.{Environment.ProcessId}";
        var built = await ChildProcess.RunAsync(
            "dotnet",
            ["build", project, "--output", output, "--nologo", "--verbosity", "quiet", "-clp:ErrorsOnly"],
            Path.GetDirectoryName(project)!,
            cancellationToken,
            Packages
        );
        if (built.ExitCode != 0)
        {
            Delete(output);
            throw new InvalidDataException(built.FirstLine);
        }

        Delete(kept);
        Directory.Move(output, kept);
        foreach (
            var old in new DirectoryInfo(cache)
                .GetDirectories()
                .OrderByDescending(one => one.CreationTimeUtc)
                .Skip(MaxKept)
        )
        {
            Delete(old.FullName);
        }
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
