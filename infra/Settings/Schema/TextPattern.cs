using System.Reflection;
using System.Text.RegularExpressions;
using Infra.Settings.Binding;

namespace Infra.Settings.Schema;

/// <summary>The regular expressions by which texts are accepted, in the dialect of JSON Schema (ECMA 262 with Unicode).</summary>
internal static partial class TextPattern
{
    /// <summary>A flag's name.</summary>
    internal const string FlagName = @"^[^-=\s\p{Cc}][^=\s\p{Cc}]*$";

    /// <summary>A flag written as one text.</summary>
    internal const string FlagText = @"^[^-=\s\p{Cc}][^=\s\p{Cc}]*=";

    /// <summary>The pattern of a text: that of its property, or that of its type; null for none.</summary>
    internal static string? Of(ValueShape shape) =>
        shape.Rules.Pattern is { } pattern ? $"^(?:{pattern})$"
        : OfType(shape.Type) is { } own ? GroupName().Replace(own, "(?:").Replace(@"\A", "^").Replace(@"\z", "$")
        : null;

    /// <summary>The pattern that a type has its own texts matched with.</summary>
    private static string? OfType(Type type) =>
        type.GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern)
            .FirstOrDefault(pattern => pattern is not null);

    [GeneratedRegex(@"\(\?<\w+>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex GroupName();
}
