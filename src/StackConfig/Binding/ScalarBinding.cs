using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace StackConfig.Binding;

/// <summary>Binds texts to values of the types that stand in one scalar.</summary>
/// <param name="scalarTypes">How texts become values of further types.</param>
internal sealed class ScalarBinding(IReadOnlyDictionary<Type, ScalarType> scalarTypes)
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Fraction = Whole | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Whether a type stands in one scalar.</summary>
    internal bool Binds(Type type) =>
        scalarTypes.ContainsKey(type)
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(bool)
        || type == typeof(int)
        || type == typeof(long)
        || type == typeof(double);

    /// <summary>The shape of a list's items or a map's values; of anything else, the shape itself.</summary>
    internal ValueShape Inner(ValueShape shape) =>
        Binds(shape.Type) ? shape
        : shape.Form == ValueForm.List ? shape.Argument(0)
        : shape.Form == ValueForm.Map ? shape.Argument(1)
        : shape;

    /// <summary>The name of an enum's member in a stack file: a dash before every capital letter but the first, and none of them left.</summary>
    internal static string EnumText(object member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()!);

    /// <summary>The members of an enum that a stack file is offered; others, marked <c>[Browsable(false)]</c>, are known to be refused.</summary>
    internal static ImmutableArray<FieldInfo> BrowsableMembers(Type type) =>
        [
            .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(member => member.GetCustomAttribute<BrowsableAttribute>() is not { Browsable: false }),
        ];

    /// <summary>Every text that a type accepts, where they can be counted; else empty.</summary>
    internal ImmutableArray<string> Known(Type type) =>
        type.IsEnum ? AllowedValues.ForEnum(type)
        : scalarTypes.TryGetValue(type, out var scalar) ? scalar.Known
        : [];

    /// <summary>The pattern of what a type accepts besides the texts that are known; null for none.</summary>
    internal string? OtherPattern(Type type) => scalarTypes.GetValueOrDefault(type)?.OtherPattern;

    /// <summary>Parses a string as a shape requires; null if it is not allowed.</summary>
    internal object? Value(ValueShape shape, string text)
    {
        if (scalarTypes.TryGetValue(shape.Type, out var scalar))
        {
            return scalar.Parse(text);
        }

        if (shape.Type == typeof(string))
        {
            return shape.Rules.AllowsText(text) ? text : null;
        }

        if (shape.Type.IsEnum)
        {
            return Enum.GetValues(shape.Type).Cast<object>().FirstOrDefault(member => EnumText(member) == text);
        }

        if (shape.Type == typeof(bool))
        {
            return text is "true" or "false" ? text == "true" : null;
        }

        return Number(shape.Type, text) is { } number && shape.Rules.AllowsNumber(number) ? number : null;
    }

    private static object? Number(Type type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (type == typeof(int))
        {
            return int.TryParse(text, Whole, invariant, out var number) ? number : null;
        }

        if (type == typeof(long))
        {
            return long.TryParse(text, Whole, invariant, out var number) ? number : null;
        }

        return double.TryParse(text, Fraction, invariant, out var value) && double.IsFinite(value) ? value : null;
    }
}
