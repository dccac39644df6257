using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Settings.Reading;

/// <summary>What the parser of the Pulumi CLI (go-yaml) refuses and YamlDotNet lets pass.</summary>
internal sealed class GoYamlLimits
{
    private const string TabRule = "a tab stands where spaces indent";

    private readonly string _text;
    private readonly bool _hasTabs;

    private string[] Lines => field ??= _text.Split('\n');

    /// <summary>Checks the characters of a text.</summary>
    /// <exception cref="YamlException">The text holds one that is not allowed.</exception>
    internal GoYamlLimits(string text)
    {
        _text = text;
        _hasTabs = text.Contains('\t');
        var at = 0;
        while (at < text.Length && IsPrintable(text[at]))
        {
            at++;
        }

        if (at < text.Length)
        {
            var mark = new Mark(at, 1 + text.AsSpan(0, at).Count('\n'), 1);
            throw new SyntaxErrorException(mark, mark, $"the control character U+{(int)text[at]:X4} is not allowed");
        }
    }

    /// <summary>Checks one event of the document, in or outside a list or map in brackets.</summary>
    /// <exception cref="YamlException">It is not allowed.</exception>
    internal void Check(ParsingEvent next, bool inFlow = false)
    {
        var refusal = next switch
        {
            DocumentStart { Version.Version: not { Major: 1, Minor: 1 } } =>
                "of the %YAML directives, only 1.1 is accepted",
            Scalar { Style: ScalarStyle.Plain, Value: ['@' or '`' or '%' or '|' or '>', ..] } =>
                "a text that starts with this character has to be in quotes",
            NodeEvent when _hasTabs && !inFlow && IsIndentedByTab(next.Start) => TabRule,
            _ => null,
        };
        if (refusal is not null)
        {
            throw new SyntaxErrorException(next.Start, next.End, refusal);
        }
    }

    /// <summary>Throws the same for what YamlDotNet says of a tab, whose line it gives as the one before.</summary>
    /// <exception cref="YamlException">It is about a tab.</exception>
    internal void CheckTab(SyntaxErrorException broken)
    {
        var line = Enumerable.Range((int)broken.Start.Line, 2).FirstOrDefault(number => Indent(number).Contains('\t'));
        if (line > 0 && broken.Message.Contains("tab as indentation", StringComparison.Ordinal))
        {
            var mark = new Mark(0, line, 1);
            throw new SyntaxErrorException(mark, mark, TabRule);
        }
    }

    private bool IsIndentedByTab(Mark start)
    {
        var indent = Indent((int)start.Line);
        return start.Column - 1 <= indent.Length && indent[..((int)start.Column - 1)].Contains('\t');
    }

    /// <summary>The white space, dashes and question marks before the first value of a line.</summary>
    private string Indent(int number)
    {
        var line = Lines.ElementAtOrDefault(number - 1) ?? "";
        return line[..^line.TrimStart(' ', '\t', '-', '?').Length];
    }

    private static bool IsPrintable(char c) =>
        c
            is '\t'
                or '\n'
                or '\r'
                or '\u0085'
                or (>= ' ' and <= '~')
                or (>= '\u00A0' and not ('\uFEFF' or '\uFFFE' or '\uFFFF'));
}
