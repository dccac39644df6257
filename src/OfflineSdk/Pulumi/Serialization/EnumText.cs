using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked with <see cref="EnumTypeAttribute"/>: names for the values that a text may take.</summary>
internal static class EnumText
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The text of <paramref name="value"/>, or null when it is no such struct.</summary>
    public static string? TryRead(object value) => IsEnumText(value.GetType()) ? value.ToString() : null;

    public static bool IsEnumText(Type type) => type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute));

    public static object Make(Type type, string text) =>
        type.GetConstructor(Instance, [typeof(string)])!.Invoke([text]);
}
