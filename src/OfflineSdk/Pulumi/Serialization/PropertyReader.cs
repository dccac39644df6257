using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Compiles property getters, which are much faster than reflection.</summary>
internal static class PropertyReader
{
    public static Func<object, object?> Create(PropertyInfo property) =>
        CreateFactory(property.ReflectedType!)(property);

    /// <summary>Creates the delegates for one type.</summary>
    public static Func<PropertyInfo, Func<object, object?>> CreateFactory(Type owner) =>
        owner.IsClass
            ? typeof(PropertyReader)
                .GetMethod(nameof(Typed), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(owner)
                .CreateDelegate<Func<PropertyInfo, Func<object, object?>>>()
            : property => property.GetValue;

    private static Func<object, object?> Typed<T>(PropertyInfo property)
        where T : class
    {
        if (property is not { GetMethod: { } getter, PropertyType.IsValueType: false })
        {
            return property.GetValue;
        }

        var read = getter.CreateDelegate<Func<T, object?>>();
        return owner => read((T)owner);
    }
}
