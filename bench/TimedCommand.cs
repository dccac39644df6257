using System.Collections.Immutable;
using System.Diagnostics;

namespace Bench;

/// <summary>A command to measure.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Words">The program and its arguments.</param>
internal sealed record TimedCommand(string Name, ImmutableArray<string> Words)
{
    /// <summary>Runs the command and returns its output.</summary>
    /// <exception cref="BenchException">The command failed.</exception>
    public string Read()
    {
        using var process = Start(Words, redirect: true);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new BenchException($"{Name} failed:\n{errors.Result}");
    }

    /// <summary>Runs the command without output and returns the elapsed milliseconds.</summary>
    /// <exception cref="BenchException">The command failed.</exception>
    public double Time()
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start(["sh", "-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", .. Words]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new BenchException($"{Name} failed: {string.Join(' ', Words)}");
    }

    /// <summary>Runs the command under <see cref="PeakMemoryProbe"/> and returns its peak resident memory in MiB.</summary>
    public double PeakMemory() =>
        PeakMemoryProbe.Parse(new TimedCommand(Name, [.. PeakMemoryProbe.CommandLine, .. Words]).Read());

    private static Process Start(IEnumerable<string> words, bool redirect = false) =>
        Process.Start(
            new ProcessStartInfo(words.First(), words.Skip(1))
            {
                RedirectStandardOutput = redirect,
                RedirectStandardError = redirect,
            }
        )!;
}
