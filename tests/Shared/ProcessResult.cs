using System.Diagnostics;

namespace Tests.Shared;

/// <summary>The exit code and output of a process.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a process to its end.</summary>
    /// <param name="start">The process; its standard streams are redirected.</param>
    /// <param name="input">Its standard input.</param>
    public static async Task<ProcessResult> RunAsync(ProcessStartInfo start, string input = "")
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }
}
