using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Turns the SDK's special values into texts, numbers, lists and maps.</summary>
internal static class PlainValues
{
    /// <summary>The value that stands for a union, an enumeration or an output type.</summary>
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

        return Defined<EnumTypeAttribute>(type) ? EnumValue(type, value)
            : Defined<OutputTypeAttribute>(type) ? Fields(type, value)
            : throw new RecordingException($"An argument of type {type.Name} cannot be shown in a plan.");
    }

    /// <summary>The value that stands for JSON.</summary>
    public static object? Of(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            JsonValueKind.Array => json.EnumerateArray().Select(Of).ToList(),
            JsonValueKind.Object => json.EnumerateObject()
                .ToDictionary(field => field.Name, field => Of(field.Value), StringComparer.Ordinal),
            _ => null,
        };

    /// <summary>The entries of a dictionary.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map) =>
        map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, map[key]));

    /// <summary>The items of a list; none when it is an array that was never made.</summary>
    public static IEnumerable<object?> Items(IEnumerable list)
    {
        var type = list.GetType();
        var isArray = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        return isArray && type.GetProperty("IsDefault")!.GetValue(list) is true ? [] : list.Cast<object?>();
    }

    private static bool Defined<TAttribute>(Type type) => type.IsDefined(typeof(TAttribute), false);

    private static object? EnumValue(Type type, object value) =>
        type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])!.Invoke(null, [value]);

    private static Dictionary<string, object?> Fields(Type type, object value) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .ToDictionary(
                field => JsonNamingPolicy.CamelCase.ConvertName(field.Name),
                field => field.GetValue(value),
                StringComparer.Ordinal
            );
}
