using System.Globalization;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>
/// Runs one command and prints the largest resident memory that it had, as the kernel counts it. The count begins with that of the process
/// that starts it, so this one does nothing else and stays small: no value is less than its own 40 MiB or so.
/// </summary>
internal static partial class PeakMemoryProbe
{
    /// <summary>The name of the subcommand.</summary>
    public const string Name = "peak-memory";

    private const int Children = -1;

    /// <summary>What stands before the command to look at.</summary>
    public static IEnumerable<string> CommandLine => ["dotnet", typeof(PeakMemoryProbe).Assembly.Location, Name];

    /// <summary>Runs a command and prints its peak in bytes.</summary>
    public static int Run(string[] words)
    {
        new TimedCommand(words[0], [.. words]).Time();
        var usage = default(Usage);
        if (GetUsage(Children, ref usage) != 0)
        {
            throw new BenchException("The system does not count memory.");
        }

        // Linux counts in KiB, macOS in bytes.
        Console.WriteLine(OperatingSystem.IsMacOS() ? usage.PeakMemory : usage.PeakMemory * 1024);
        return 0;
    }

    /// <summary>The MiB of what it printed.</summary>
    public static double Parse(string output) => long.Parse(output, CultureInfo.InvariantCulture) / 1024.0 / 1024.0;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetUsage(int who, ref Usage usage);

    /// <summary>The C library's <c>struct rusage</c>, whose first members are two times of two words each.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public nint UserSeconds;
        public nint UserMicroseconds;
        public nint SystemSeconds;
        public nint SystemMicroseconds;
        public nint PeakMemory;
    }
}
