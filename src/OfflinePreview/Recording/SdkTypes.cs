using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>A named member of a class of the SDK.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">The member's type.</param>
/// <param name="Get">Reads it.</param>
internal sealed record SdkMember(string Name, Type Type, Func<object, object?> Get);

/// <summary>Reflection over the classes of the SDK, cached per class.</summary>
internal static class SdkTypes
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, SdkMember[]> KnownInputs = new();
    private static readonly ConcurrentDictionary<Type, SdkMember[]> KnownOutputs = new();
    private static readonly ConcurrentDictionary<Type, OutputReader?> KnownReaders = new();
    private static readonly ConcurrentDictionary<Type, Predicate<object>?> KnownArrays = new();

    /// <summary>The arguments of a class: its fields and properties marked as inputs, sorted by name.</summary>
    public static SdkMember[] Inputs(Type type) => KnownInputs.GetOrAdd(type, Find, typeof(InputAttribute));

    /// <summary>The properties of a resource class that are marked as outputs.</summary>
    public static SdkMember[] Outputs(Type type) => KnownOutputs.GetOrAdd(type, Find, typeof(OutputAttribute));

    /// <summary>The reader of outputs of <paramref name="type"/>; null if the type is neither an output nor an input.</summary>
    public static OutputReader? Reader(Type type) => KnownReaders.GetOrAdd(type, CreateReader);

    /// <summary>Whether a list is a default <c>ImmutableArray</c>.</summary>
    public static bool IsDefaultArray(object list) =>
        KnownArrays.GetOrAdd(list.GetType(), CreateDefaultTest)?.Invoke(list) ?? false;

    private static Predicate<object>? CreateDefaultTest(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(SdkTypes)
                .GetMethod(nameof(IsDefault), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GenericTypeArguments)
                .CreateDelegate<Predicate<object>>()
            : null;

    private static bool IsDefault<T>(object array) => ((ImmutableArray<T>)array).IsDefault;

    private static SdkMember[] Find(Type type, Type attribute)
    {
        var getter = Getters(type);
        var fields =
            from field in type.GetFields(Members)
            let name = WireName(field.CustomAttributes, attribute, field.Name)
            where name is not null
            select new SdkMember(name, field.FieldType, field.GetValue);
        var properties =
            from property in type.GetProperties(Members)
            let name = WireName(property.CustomAttributes, attribute, property.Name)
            where name is not null
            select new SdkMember(name, property.PropertyType, getter(property));
        return [.. fields.Concat(properties).OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    /// <summary>The factory of the getters of a class's properties.</summary>
    private static Func<PropertyInfo, Func<object, object?>> Getters(Type type) =>
        typeof(SdkTypes)
            .GetMethod(nameof(Getter), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<PropertyInfo, Func<object, object?>>>();

    // A delegate costs far less for each value than reflection does.
    private static Func<object, object?> Getter<T>(PropertyInfo property)
        where T : class
    {
        if (property.PropertyType.IsValueType)
        {
            return property.GetValue;
        }

        var get = property.GetMethod!.CreateDelegate<Func<T, object?>>();
        return owner => get((T)owner);
    }

    /// <summary>The name on the wire, from an attribute; null without the attribute.</summary>
    /// <param name="attributes">The attributes of a member or a parameter.</param>
    /// <param name="attribute">The attribute's type.</param>
    /// <param name="otherwise">The name where the attribute gives none.</param>
    public static string? WireName(IEnumerable<CustomAttributeData> attributes, Type attribute, string otherwise)
    {
        // The name is not public; it is the first argument of the attribute's constructor.
        var found = attributes.FirstOrDefault(data => data.AttributeType == attribute);
        return found is { ConstructorArguments: [{ Value: string name }, ..] } ? name
            : found is null ? null
            : otherwise;
    }

    private static OutputReader? CreateReader(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.BaseType is null ? null : CreateReader(type.BaseType);
        }

        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(InputList<>) || definition == typeof(InputMap<>))
        {
            var elements = type.GetProperty("Value", Members)!;
            var (get, read) = (Getters(type)(elements), CreateReader(elements.PropertyType)!);
            return source => read(get(source)!);
        }

        return definition == typeof(Output<>) || definition == typeof(Input<>)
            ? OutputState.Reader(type.GenericTypeArguments[0])
            : CreateReader(type.BaseType!);
    }
}
