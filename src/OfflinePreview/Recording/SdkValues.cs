using System.Reflection;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Converts the SDK's unions and enumerations to plain values.</summary>
internal static class SdkValues
{
    /// <summary>The value of a union or an enumeration.</summary>
    public static object? Unwrap(object value)
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

    private static object? EnumValue(Type type, object value) =>
        type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])!.Invoke(null, [value]);
}
