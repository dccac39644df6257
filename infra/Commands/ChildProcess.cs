using System.ComponentModel;
using System.Diagnostics;
using OfflinePreview.Output;

namespace Infra.Commands;

/// <summary>Runs other programs.</summary>
internal static class ChildProcess
{
    // Set inside MSBuild or a git hook; other builds and repositories must not inherit them.
    private static readonly string[] Inherited =
    [
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_WORK_TREE",
        "MSBuildExtensionsPath",
        "MSBuildLoadMicrosoftTargetsReadOnly",
        "MSBuildSDKsPath",
    ];

    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["git"] = "git from https://git-scm.com/downloads",
        ["dotnet"] = "the .NET SDK from https://dotnet.microsoft.com/download",
    };

    /// <summary>Runs a program to its end; a canceled one is killed with all that it started.</summary>
    /// <exception cref="InvalidOperationException">The program is not installed; the message says what to install.</exception>
    public static async Task<ChildResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        CancellationToken cancellationToken,
        params IEnumerable<(string Name, string Value)> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in Inherited)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        return new(process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"{start.FileName} cannot be started. Install {Sources[start.FileName]}, and put it on the PATH.",
                missing
            );
        }
    }
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ChildResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The first line of its messages, for a message of ours, with the next one if it only announces that.</summary>
    public string FirstLine
    {
        get
        {
            var lines = (Errors + Output).Trim().Split('\n');
            var first = lines is [[.., ':'] announcement, var next, ..] ? $"{announcement} {next.Trim()}" : lines[0];
            return PrintableText.Truncate(PrintableText.SingleLine(first), 300);
        }
    }
}
