using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StackConfig.Schema;

/// <summary>What a documentation comment says, as Markdown on one line.</summary>
/// <param name="Markdown">The text; code stands between backticks.</param>
internal sealed partial record DocText(string Markdown)
{
    /// <summary>No text.</summary>
    internal static DocText Empty { get; } = new("");

    /// <summary>The text without backticks.</summary>
    internal string Plain => Markdown.Replace("`", "", StringComparison.Ordinal);

    /// <summary>The sentences that say what it is.</summary>
    internal string Meaning => string.Join(' ', Sentences.Where(sentence => !IsDefault(sentence)));

    /// <summary>The first of them.</summary>
    internal DocText Summary => new(Sentences.FirstOrDefault(sentence => !IsDefault(sentence), ""));

    /// <summary>The sentences that say what it is when it is left out, without the word "Default" in front; empty for none.</summary>
    internal string Default => string.Join("; ", Sentences.Where(IsDefault).Select(Shorten));

    private ImmutableArray<string> Sentences =>
        [.. SentenceEnd().Split(Markdown).Where(sentence => sentence.Length > 0)];

    /// <summary>This text and others after it.</summary>
    internal DocText With(params string[] others) =>
        new(string.Join(' ', new[] { Markdown }.Concat(others).Where(text => text.Length > 0)));

    private static bool IsDefault(string sentence) =>
        sentence.StartsWith("Default", StringComparison.Ordinal)
        || sentence.StartsWith("Required", StringComparison.Ordinal);

    private static string Shorten(string sentence)
    {
        var rest = DefaultWord().Replace(sentence, "").TrimEnd('.');
        return rest.StartsWith("Required", StringComparison.Ordinal) ? $"r{rest[1..]}" : rest;
    }

    [GeneratedRegex(@"(?<=\.) (?=[A-Z`])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\ADefault[:,]? ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DefaultWord();
}
