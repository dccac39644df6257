using System.Reflection;

namespace Tests.Shared;

/// <summary>Compares what a person reads with a file beside the tests; <c>UPDATE_GOLDEN=1</c> rewrites the files.</summary>
internal static class Golden
{
    /// <summary>Fails, showing the lines that differ, unless <paramref name="actual"/> is the file's text.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="relativePath">The file's path relative to the test project.</param>
    public static void Matches(string actual, string relativePath)
    {
        var path = Path.Combine(ProjectFolder, relativePath);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(
            File.Exists(path),
            $"There is no {relativePath}: run the tests with UPDATE_GOLDEN=1 and look at what they write."
        );
        var expected = File.ReadAllText(path);
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            Assert.Fail(
                $"{relativePath} differs (- file, + now); UPDATE_GOLDEN=1 accepts it:\n{Difference(expected, actual)}"
            );
        }
    }

    /// <summary>The text of a file relative to the test project.</summary>
    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(ProjectFolder, relativePath));

    private static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var start = before.Zip(after).TakeWhile(Same).Count();
        var rest = Math.Min(before.Length, after.Length) - start;
        var end = before.Reverse().Zip(after.Reverse()).Take(rest).TakeWhile(Same).Count();
        return string.Join(
            '\n',
            [
                $"line {start + 1}:",
                .. before[Math.Max(0, start - 3)..start].Select(line => "  " + line),
                .. before[start..^end].Select(line => "- " + line),
                .. after[start..^end].Select(line => "+ " + line),
            ]
        );
    }

    private static bool Same((string First, string Second) lines) =>
        string.Equals(lines.First, lines.Second, StringComparison.Ordinal);

    private static string ProjectFolder { get; } =
        Assembly
            .GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == nameof(ProjectFolder))
            .Value!;
}
