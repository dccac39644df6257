using System.Reflection;
using System.Text.RegularExpressions;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>The regular expressions by which texts are accepted, in the dialect of JSON Schema (ECMA 262 with Unicode).</summary>
internal static class TextPattern
{
    /// <summary>A flag's name.</summary>
    internal const string FlagName = @"^[^-=\s\p{Cc}][^=\s\p{Cc}]*$";

    /// <summary>A flag written as one text.</summary>
    internal const string FlagText = @"^[^-=\s\p{Cc}][^=\s\p{Cc}]*=";

    /// <summary>The pattern of a string: that of its property, or that of its type; null for none.</summary>
    internal static string? Find(ValueShape shape) =>
        shape.Rules.Pattern is { } pattern ? $"^(?:{pattern})$"
        : FindForType(shape.Type) is { } own ? WithoutNames(own).Replace(@"\A", "^").Replace(@"\z", "$")
        : null;

    /// <summary>The pattern that a type has its own texts matched with.</summary>
    private static string? FindForType(Type type) =>
        type.GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern)
            .FirstOrDefault(pattern => pattern is not null);

    // No regular expression: one that searches for a substring would slow down the start of the program, which prepares all at once.
    private static string WithoutNames(string pattern)
    {
        const string Start = "(?<";
        var parts = pattern.Split(Start);
        return parts[0] + string.Concat(parts.Skip(1).Select(Nameless));

        // Behind the same start stands a look at what comes before.
        static string Nameless(string part) =>
            part[0] is '=' or '!' ? Start + part : $"(?:{part[(part.IndexOf('>') + 1)..]}";
    }
}
