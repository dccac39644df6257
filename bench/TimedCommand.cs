using System.Collections.Immutable;
using System.Diagnostics;

namespace Bench;

/// <summary>A command whose time is taken.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Words">The program and its arguments.</param>
internal sealed record TimedCommand(string Name, ImmutableArray<string> Words)
{
    /// <summary>Runs it and gives what it prints.</summary>
    /// <exception cref="BenchException">It failed.</exception>
    public string Read()
    {
        using var process = Start(Words, redirect: true);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new BenchException($"{Name} failed:\n{errors.Result}");
    }

    /// <summary>Runs it with its output thrown away, and gives the time from its start to its end in milliseconds.</summary>
    /// <exception cref="BenchException">It failed.</exception>
    public double Time()
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start(["sh", "-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", .. Words]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new BenchException($"{Name} failed: {string.Join(' ', Words)}");
    }

    /// <summary>Runs it in a process of its own that looks at it, and gives its largest resident memory in MiB.</summary>
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
