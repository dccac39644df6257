using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace StackConfig.Reading;

/// <summary>One YAML file of the project: its name for messages, and where its problems go.</summary>
/// <param name="name">The file's name as messages show it, such as <c>Pulumi.dev.yaml</c>.</param>
/// <param name="problems">Receives the problems.</param>
public sealed partial class YamlFile(string name, ICollection<Diagnostic> problems)
{
    private const int MaxBytes = 4 << 20;
    private const int MaxReasonLength = 300;
    private const string SyntaxAdvice = "Check the indentation, and quote strings with special characters.";

    // UTF8Encoding would be all that a start needs of its assembly.
    private static readonly Encoding Utf8 = Encoding.GetEncoding(
        Encoding.UTF8.CodePage,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    );

    /// <summary>The file's name as messages show it.</summary>
    public string Name { get; } = name;

    /// <summary>Reads the file, whose root must be a map; false, with a problem, if it cannot be read to its end.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="readValue">Reads or skips the value of each key at the root.</param>
    internal bool Read(string path, Action<YamlReader, YamlKey> readValue) => Read(() => Text(path), readValue);

    /// <summary>Reads the file as one map; null, with a problem, if it cannot be read to its end.</summary>
    /// <param name="text">Gives the file's text.</param>
    /// <param name="key">The key under which the map's keys stand.</param>
    public MapNode? ReadMap(Func<string> text, string key = "")
    {
        var entries = new SortedList<string, SettingNode>(StringComparer.Ordinal);
        var isRead = Read(
            text,
            (yaml, entry) =>
                entries.Add(entry.Text, yaml.Read(new SourceLocation(KeyPath.Entry(key, entry.Text), Name, entry.Line)))
        );
        return isRead ? new MapNode(new SourceLocation(key, Name, 1), entries) : null;
    }

    private bool Read(Func<string> text, Action<YamlReader, YamlKey> readValue)
    {
        try
        {
            var reader = new YamlReader(text(), this);
            reader.ReadDocument(key => readValue(reader, key));
            return true;
        }
        catch (YamlException broken)
        {
            var isSyntax = broken is SyntaxErrorException or SemanticErrorException;
            var message = $"is not plain YAML: {KeyPath.Shown(broken.Message, MaxReasonLength)}";
            Error("", (int)broken.Start.Line, isSyntax ? $"{message} {SyntaxAdvice}" : message);
        }
        catch (DecoderFallbackException)
        {
            Error("", null, "is not UTF-8. Save it in that encoding.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Error("", null, $"cannot be read: {KeyPath.Shown(failure.Message, MaxReasonLength)}");
        }

        return false;
    }

    /// <summary>Reports an error.</summary>
    internal void Error(string key, int? line, string message) =>
        problems.Add(new Diagnostic(Severity.Error, key, message, Name, line));

    /// <summary>Reports a warning.</summary>
    internal void Warning(string key, int? line, string message) =>
        problems.Add(new Diagnostic(Severity.Warning, key, message, Name, line));

    /// <summary>Reports a note.</summary>
    internal void Note(string key, int? line, string message) =>
        problems.Add(new Diagnostic(Severity.Note, key, message, Name, line));

    /// <summary>The text of a file.</summary>
    public static string Text(string path)
    {
        var text = Utf8.GetString(RegularFile.Read(path, MaxBytes));
        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        var forbidden = Forbidden().Match(text);
        if (!forbidden.Success)
        {
            return text.Replace("\r\n", "\n", StringComparison.Ordinal);
        }

        var mark = new Mark(forbidden.Index, 1 + text.AsSpan(0, forbidden.Index).Count('\n'), 1);
        var message = $"the character U+{(int)forbidden.Value[0]:X4} is not allowed. ";
        var advice = forbidden.Value == "\t" ? "Use spaces." : "Remove it, or write it as an escape in double quotes.";
        throw new YamlException(mark, mark, message + advice);
    }

    /// <summary>Tabs, control characters, line breaks that YAML 1.1 and 1.2 treat differently, and directives.</summary>
    [GeneratedRegex(
        @"[\0-\x09\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\r(?!\n)|^%",
        RegexOptions.Multiline,
        10_000
    )]
    private static partial Regex Forbidden();
}
