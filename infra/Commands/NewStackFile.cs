using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Writes the file of a new stack, and keeps it only if it passes the checks of <c>check</c>.</summary>
internal static class NewStackFile
{
    /// <summary>Writes and checks the file; returns the exit code.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="path">Where its file goes; there is none yet.</param>
    /// <param name="name">Its name.</param>
    /// <param name="directory">The project's folder, or one below it.</param>
    /// <param name="terminal">Where the result is written.</param>
    public static async Task<int> WriteAsync(
        NewStack stack,
        StackPath path,
        string name,
        string directory,
        Terminal terminal
    )
    {
        await using (var file = new StreamWriter(new FileStream(path.File, FileMode.CreateNew)))
        {
            await file.WriteAsync(stack.Write(path));
        }

        var check = StackCheck.Run(directory, name, strict: false);
        await terminal.Output.WriteAsync(CheckText.Write([check], terminal.Width));
        if (!check.Succeeded)
        {
            File.Delete(path.File);
            await terminal.Error.WriteLineAsync("error: no file was written, because the settings are inconsistent.");
            return ExitCode.Usage;
        }

        await terminal.Output.WriteAsync(
            $"\n{Path.GetFileName(path.File)} is written. Show what it would create: make preview STACK={name}\n"
        );
        return ExitCode.Success;
    }
}
