using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Makes delegates that read properties, which cost far less for each read than reflection does.</summary>
internal static class PropertyReader
{
    public static Func<object, object?> Of(PropertyInfo property) =>
        property is { GetMethod: { } getter, PropertyType.IsValueType: false, ReflectedType: { IsClass: true } owner }
            ? (Func<object, object?>)
                typeof(PropertyReader)
                    .GetMethod(nameof(Typed), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(owner)
                    .Invoke(null, [getter])!
            : property.GetValue;

    private static Func<object, object?> Typed<T>(MethodInfo getter)
        where T : class
    {
        var read = getter.CreateDelegate<Func<T, object?>>();
        return owner => read((T)owner);
    }
}
