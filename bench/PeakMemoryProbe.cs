using System.Globalization;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>
/// Runs one command and prints its peak resident memory as reported by the kernel. The value includes that of the process that starts the
/// command, so this process does nothing else; the minimum is its own size of about 40 MiB.
/// </summary>
internal static partial class PeakMemoryProbe
{
    /// <summary>The name of the subcommand.</summary>
    public const string Name = "peak-memory";

    private const int Children = -1;

    /// <summary>The command line that precedes the command to measure.</summary>
    public static IEnumerable<string> CommandLine => ["dotnet", typeof(PeakMemoryProbe).Assembly.Location, Name];

    /// <summary>Runs a command and prints its peak in bytes.</summary>
    public static int Run(string[] words)
    {
        new TimedCommand(words[0], [.. words]).Time();
        var usage = default(Usage);
        if (GetUsage(Children, ref usage) != 0)
        {
            throw new BenchException("The system does not report memory usage.");
        }

        // Linux reports KiB, macOS bytes.
        Console.WriteLine(OperatingSystem.IsMacOS() ? usage.PeakMemory : usage.PeakMemory * 1024);
        return 0;
    }

    /// <summary>Converts the printed value to MiB.</summary>
    public static double Parse(string output) => long.Parse(output, CultureInfo.InvariantCulture) / 1024.0 / 1024.0;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetUsage(int who, ref Usage usage);

    /// <summary>The C library's <c>struct rusage</c>, which starts with two times of two words each.</summary>
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
