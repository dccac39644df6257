using System.Text.RegularExpressions;

namespace Tests.Shared;

/// <summary>Reads a comment as GitHub would, as far as its structure goes.</summary>
internal static partial class MarkdownReader
{
    /// <summary>Milliseconds of the clock, on a machine that may be busy.</summary>
    private const int Limit = 60_000;

    /// <summary>Whether a comment is within its limit, every fence and fold in it is closed, and nothing outside of code is made of texts of a plan.</summary>
    public static bool Check(string markdown, int limit)
    {
        Assert.True(markdown.Length <= limit, $"{markdown.Length} units");
        Assert.StartsWith("<!-- ", markdown, StringComparison.Ordinal);
        var outside = OutsideOfFences(markdown);
        Assert.Equal(outside.Count(line => line == "<details>"), outside.Count(line => line == "</details>"));
        Assert.All(outside, line => Assert.Matches(OwnLine(), WithoutCode(line)));
        return true;
    }

    /// <summary>The lines that stand in no fence; fails where a fence has no end.</summary>
    public static IReadOnlyList<string> OutsideOfFences(string markdown)
    {
        var outside = new List<string>();
        string? fence = null;
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = Fence().Match(line);
            if (fence is null && ticks.Success)
            {
                fence = ticks.Groups["ticks"].Value;
            }
            else if (fence is null)
            {
                outside.Add(line);
            }
            else if (ticks.Groups["ticks"].Length >= fence.Length && ticks.Groups["language"].Length == 0)
            {
                fence = null;
            }
        }

        Assert.Null(fence);
        return outside;
    }

    /// <summary>The line without code spans and code elements.</summary>
    public static string WithoutCode(string line) => CodeElement().Replace(CodeSpan().Replace(line, "CODE"), "CODE");

    [GeneratedRegex("^ {0,3}(?<ticks>`{3,})(?<language>[^`]*)$", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Fence();

    [GeneratedRegex("(?<!`)(?<ticks>`+)(?!`).*?(?<!`)\\k<ticks>(?!`)", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("<code>[^<>]*</code>", RegexOptions.None, Limit)]
    private static partial Regex CodeElement();

    // Letters and the marks that the comment itself uses; no mention, reference, link or other HTML.
    [GeneratedRegex(
        "^(<details>|</details>|<summary>[A-Za-z, ]+</summary>|<!-- [A-Za-z0-9._-]*:preview:[A-Za-z0-9._-]*/[A-Za-z0-9._-]* -->|<sub>[A-Za-z:., ]+</sub>|#### [A-Za-z ]+|>? ?[-A-Za-z0-9,:;.*()→· ]*)$",
        RegexOptions.ExplicitCapture,
        Limit
    )]
    private static partial Regex OwnLine();
}
