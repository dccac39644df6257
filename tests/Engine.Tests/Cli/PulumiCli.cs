using System.Diagnostics;
using System.Text;

namespace Engine.Tests.Cli;

/// <summary>The Pulumi CLI on the PATH.</summary>
internal static class PulumiCli
{
    /// <summary>Runs a command in the folder of a project, and waits for it.</summary>
    /// <exception cref="TimeoutException">The command did not end in time; the message has its output.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        IEnumerable<string> arguments,
        TimeSpan timeout
    )
    {
        var start = new ProcessStartInfo("pulumi", [.. arguments, "--non-interactive", "--color", "never"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        SetEnvironment(start, environment);
        using var process = new Process { StartInfo = start };
        var output = Collect(process);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"pulumi {string.Join(' ', arguments)} did not end within {timeout}:\n{output}",
                late
            );
        }

        return (process.ExitCode, output.ToString());
    }

    // What the developer has set for stacks of their own must not reach these.
    private static void SetEnvironment(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("PULUMI", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("KUBECONFIG");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
    }

    private static StringBuilder Collect(Process process)
    {
        var output = new StringBuilder();
        DataReceivedEventHandler append = (_, line) =>
        {
            lock (output)
            {
                output.Append(line.Data).Append('\n');
            }
        };
        process.OutputDataReceived += append;
        process.ErrorDataReceived += append;
        return output;
    }
}
