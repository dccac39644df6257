using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StackConfig.Reading;

/// <summary>Says why a value is not plain YAML, and what to write instead.</summary>
/// <param name="text">The text of the file.</param>
internal sealed partial class YamlRestrictions(string text)
{
    /// <summary>YAML parsers look for the colon after a key within its line and 1,024 characters.</summary>
    private const int MaxKeyLength = 1_000;

    /// <summary>The reason to refuse a value; null for a plain one.</summary>
    /// <param name="value">The value, or the start of a list or a map.</param>
    /// <param name="isInBrackets">Whether it is inside of <c>[]</c> or <c>{}</c>.</param>
    internal string? Refusal(ParsingEvent value, bool isInBrackets) =>
        value switch
        {
            AnchorAlias or NodeEvent { Anchor.IsEmpty: false } =>
                "uses an anchor or alias, which is not supported. Write the value out.",
            NodeEvent { Tag.IsEmpty: false } node =>
                $"has the tag `{TagText(node)}`, which is not supported. Remove it; quote the value if it is a string.",
            Scalar { Style: ScalarStyle.Plain, Value: "" } => isInBrackets
                ? "has no value. Inside of brackets, write null."
                : null,
            Scalar when isInBrackets && LacksSeparator(value) =>
                "follows a quote or colon directly. Write `, ` or `: ` in front of it.",
            Scalar { Style: ScalarStyle.Plain } scalar => PlainRefusal(scalar, isInBrackets),
            Scalar scalar => QuotedRefusal(scalar),
            _ => null,
        };

    /// <summary>The reason to refuse a key; null for a string.</summary>
    internal string? KeyRefusal(Scalar key, bool isInBrackets)
    {
        if (Source(key).Length > MaxKeyLength || Source(key).Contains('\n'))
        {
            return $"has a key of several lines or of more than {MaxKeyLength} characters. Shorten it.";
        }

        var shown = KeyPath.Shown(key.Value);
        var isString = key.Style != ScalarStyle.Plain || PlainScalar.Classify(key.Value) is PlainKind.String;
        return key.Value == "<<" ? "has a merge key (`<<`), which is not supported. Write the keys out."
            : isString ? Refusal(key, isInBrackets)
            : $"has the key '{shown}', which some YAML parsers do not read as a string. Quote it (\"{shown}\").";
    }

    /// <summary>The node of a scalar that is not refused.</summary>
    internal static SettingNode CreateScalar(Scalar scalar, SourceLocation location)
    {
        var kind = scalar.Style == ScalarStyle.Plain ? PlainScalar.Classify(scalar.Value) : PlainKind.String;
        return kind switch
        {
            PlainKind.Null => new NullNode(location),
            PlainKind.Bool => new ScalarNode(location, ScalarKind.Bool, scalar.Value.ToLowerInvariant()),
            PlainKind.Number => new ScalarNode(location, ScalarKind.Number, scalar.Value),
            _ => new ScalarNode(location, ScalarKind.String, scalar.Value),
        };
    }

    private string? PlainRefusal(Scalar scalar, bool isInBrackets)
    {
        if (Source(scalar).Contains('\n'))
        {
            return "is a string of several lines without quotes. Quote it.";
        }

        var value = scalar.Value;
        var isAmbiguous =
            PlainScalar.Classify(value) is PlainKind.Ambiguous
            || (isInBrackets && (value.Contains('?') || value.StartsWith(':')));
        var shown = KeyPath.Shown(value);
        return isAmbiguous
            ? $"'{shown}' has a different meaning to some YAML parsers. Quote it (\"{shown}\") if it is a string; otherwise write it as true, false, null or a number such as 16 or 0.5."
            : null;
    }

    /// <summary>Whether YamlDotNet lets pass what other parsers refuse: <c>{"a"b}</c>, <c>["a", :b]</c>.</summary>
    private bool LacksSeparator(ParsingEvent value)
    {
        var before = text.AsSpan(0, (int)value.Start.Index);
        return before is [.., not ('"' or '\''), ':'] || before.TrimEnd() is [.., '"' or '\''];
    }

    /// <summary>A tag as it is usually written, such as <c>!!str</c>.</summary>
    private static string TagText(NodeEvent node) =>
        KeyPath.Shown(node.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal));

    private ReadOnlySpan<char> Source(Scalar scalar) =>
        text.AsSpan((int)scalar.Start.Index, (int)(scalar.End.Index - scalar.Start.Index));

    private string? QuotedRefusal(Scalar scalar)
    {
        var value = scalar.Value;
        return scalar.Style == ScalarStyle.DoubleQuoted && UnsupportedEscape().IsMatch(Source(scalar))
                ? "has an escape that not every YAML parser knows. Write the character itself."
            : value.StartsWith('\t') && value.Contains('\n')
                ? "is a string of several lines that starts with a tab, which the Pulumi CLI cannot read. Use spaces."
            : null;
    }

    /// <summary>An escaped slash, and half of a surrogate pair.</summary>
    [GeneratedRegex(@"(?<!\\)(\\\\)*\\(/|[uU](0000)?[dD][89a-fA-F])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex UnsupportedEscape();
}
