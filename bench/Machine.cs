using System.Runtime.InteropServices;

namespace Bench;

/// <summary>Describes the machine.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo";

    /// <summary>Returns one line of Markdown.</summary>
    /// <param name="helm">The path of helm.</param>
    public static string Describe(string helm) =>
        $"{Environment.ProcessorCount} cores of {Processor()}, {RuntimeInformation.OSDescription}, "
        + $"{RuntimeInformation.FrameworkDescription}, helm {new TimedCommand("helm", [helm, "version", "--short"]).Read().Trim()}";

    private static string Processor() =>
        File.Exists(Processors)
        && File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]
            : RuntimeInformation.ProcessArchitecture.ToString();
}
