using System.Reflection;
using OfflinePreview.Output;

namespace Infra.Commands;

/// <summary>Evaluates a stack at a revision, in a temporary worktree.</summary>
/// <param name="messages">Where it reports progress.</param>
/// <param name="folder">The folder of the project, or one below it.</param>
internal sealed class RevisionPlan(TextWriter messages, string folder)
{
    private static readonly Assembly Program = typeof(RevisionPlan).Assembly;

    /// <summary>The plan of the stack at the revision.</summary>
    /// <exception cref="BaseNotAvailableException">The folder is in no repository, or there is no such revision.</exception>
    public async Task<BasePlan> EvaluateAsync(string revision, string stack, CancellationToken cancellationToken)
    {
        var (commit, below) = await ResolveAsync(revision, cancellationToken);
        var scratch = Directory.CreateTempSubdirectory("preview-base-");
        try
        {
            var tree = Path.Combine(scratch.FullName, "tree");
            await messages.WriteLineAsync($"Checking out {revision}…");
            var added = await GitAsync(["worktree", "add", "--quiet", "--detach", tree, commit], cancellationToken);
            return added.ExitCode == 0
                ? await BuildAndEvaluateAsync(
                    revision,
                    commit,
                    stack,
                    tree,
                    Path.Combine(tree, below),
                    cancellationToken
                )
                : throw new BaseNotAvailableException(
                    $"The revision \"{revision}\" cannot be checked out: {added.FirstLine}"
                );
        }
        finally
        {
            scratch.Delete(recursive: true);
            await GitAsync(["worktree", "prune"], CancellationToken.None);
        }
    }

    // The commit, and where the folder lies in the repository.
    private async Task<(string Commit, string Below)> ResolveAsync(string revision, CancellationToken cancellationToken)
    {
        var below = await GitAsync(["rev-parse", "--show-prefix"], cancellationToken);
        if (below.ExitCode != 0)
        {
            throw new BaseNotAvailableException(
                $"{Path.GetFullPath(folder)} is not in a git repository, so there is no revision to compare with."
            );
        }

        var commit = await GitAsync(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"],
            cancellationToken
        );
        return commit.ExitCode == 0
            ? (commit.Output.Trim(), below.Output.Trim())
            : throw new BaseNotAvailableException($"The repository has no revision \"{revision}\".");
    }

    private async Task<BasePlan> BuildAndEvaluateAsync(
        string revision,
        string commit,
        string stack,
        string tree,
        string project,
        CancellationToken cancellationToken
    )
    {
        var name = Program.GetName().Name!;
        if (
            Directory
                .EnumerateFiles(tree, $"{name}.csproj", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            is not { } source
        )
        {
            return NoPlan($"{revision} does not contain this program yet");
        }

        string program;
        try
        {
            program = await new RevisionProgram(messages, folder).GetAsync(revision, commit, source, cancellationToken);
        }
        catch (InvalidDataException failed)
        {
            return NoPlan($"{revision} does not build here ({failed.Message})");
        }

        await messages.WriteLineAsync($"Evaluating {stack} at {revision}…");
        var evaluated = await ChildProcess.RunAsync(
            "dotnet",
            [program, "preview", "--stack", stack, "--cwd", project, "--output", "json"],
            tree,
            cancellationToken
        );
        return evaluated.ExitCode == 0
            ? Read(revision, evaluated.Output)
            : NoPlan($"{revision} cannot evaluate the stack {stack} ({evaluated.FirstLine})");
    }

    private static BasePlan Read(string revision, string json)
    {
        try
        {
            return new(PlanJson.Read(json), []);
        }
        catch (PlanFormatException unreadable)
        {
            return NoPlan($"{revision} has a plan that cannot be read ({unreadable.Message})");
        }
    }

    private static BasePlan NoPlan(string reason) => new(null, [$"{reason}: everything is shown as new."]);

    private Task<ChildResult> GitAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        Git.RunAsync(folder, cancellationToken, arguments);
}
