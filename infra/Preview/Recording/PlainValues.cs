using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Turns the SDK's special values into texts, numbers, lists and maps.</summary>
internal static class PlainValues
{
    /// <summary>The value that stands for a union or an enumeration.</summary>
    public static object? Of(object value)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            return type.GetProperty("Value")!.GetValue(value);
        }

        if (value is Enum)
        {
            return Convert.ToInt32(value);
        }

        return type.IsDefined(typeof(EnumTypeAttribute), false)
            ? EnumValue(type, value)
            : throw new RecordingException($"An argument of type {type.Name} cannot be shown in a plan.");
    }

    /// <summary>The items of a list; none when it is an array that was never made.</summary>
    public static IEnumerable Items(IEnumerable list)
    {
        var type = list.GetType();
        var isArray = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        return isArray && type.GetProperty("IsDefault")!.GetValue(list) is true ? Array.Empty<object>() : list;
    }

    private static object? EnumValue(Type type, object value) =>
        type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])!.Invoke(null, [value]);
}
