using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OfflinePreview.Diff;

/// <summary>Reads the paths that Pulumi's options take: <c>spec.ports[0]</c>, <c>data["a.b"]</c>, <c>spec.containers[*].image</c>.</summary>
internal static partial class PathPattern
{
    /// <summary>The segments of a path, positions as strings.</summary>
    public static ImmutableArray<string> Parse(string pattern) =>
        [
            .. Step()
                .Matches(pattern)
                .Select(step =>
                    step.Groups["quoted"] is { Success: true } quoted
                        ? Unquote(quoted.Value)
                        : step.Groups["plain"].Value
                ),
        ];

    /// <summary>A name as it is written between quotes.</summary>
    public static string Quote(string name)
    {
        var quoted = new StringBuilder();
        foreach (var character in name)
        {
            quoted.Append(
                character is '"' or '\\' ? $"\\{character}"
                : char.IsControl(character) ? $"\\u{(int)character:x4}"
                : character.ToString()
            );
        }

        return quoted.ToString();
    }

    private static string Unquote(string quoted)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(quoted) ?? "";
        }
        catch (JsonException)
        {
            return quoted.Trim('"');
        }
    }

    [GeneratedRegex(
        """\[(?<quoted>"(?:[^"\\]|\\.)*")\]|\[(?<plain>[^\]"]*)\]|(?<plain>[^.\[\]]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Step();
}
