using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs with <see cref="EnumTypeAttribute"/>, which are enums of strings.</summary>
internal static class EnumTypeValue
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The string value of an enum type, or null for other types.</summary>
    public static string? TryGetString(object value) => IsEnumType(value.GetType()) ? value.ToString() : null;

    public static bool IsEnumType(Type type) => type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute));

    public static object Make(Type type, string text) =>
        type.GetConstructor(Instance, [typeof(string)])!.Invoke([text]);
}
