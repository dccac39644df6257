using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>A named member of a class of the SDK.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">The member's type.</param>
/// <param name="Get">Reads it.</param>
internal sealed record SdkMember(string Name, Type Type, Func<object, object?> Get);

/// <summary>What reflection knows of the classes of the SDK; looked up once for each class.</summary>
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

    /// <summary>What reads a value of <paramref name="type"/> as an output; null when the type is neither output nor input.</summary>
    public static OutputReader? Reader(Type type) => KnownReaders.GetOrAdd(type, MakeReader);

    /// <summary>Whether a list is an array that was never made.</summary>
    public static bool IsUnmade(object list) => KnownArrays.GetOrAdd(list.GetType(), MakeTest)?.Invoke(list) ?? false;

    private static Predicate<object>? MakeTest(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(SdkTypes)
                .GetMethod(nameof(IsDefault), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GenericTypeArguments)
                .CreateDelegate<Predicate<object>>()
            : null;

    private static bool IsDefault<T>(object array) => ((ImmutableArray<T>)array).IsDefault;

    private static SdkMember[] Find(Type type, Type attribute)
    {
        var members = new List<SdkMember>();
        foreach (var field in type.GetFields(Members))
        {
            if (NameIn(field.CustomAttributes, attribute, field.Name) is { } name)
            {
                members.Add(new(name, field.FieldType, field.GetValue));
            }
        }

        var getter = Getters(type);
        foreach (var property in type.GetProperties(Members))
        {
            if (NameIn(property.CustomAttributes, attribute, property.Name) is { } name)
            {
                members.Add(new(name, property.PropertyType, getter(property)));
            }
        }

        members.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return [.. members];
    }

    /// <summary>What makes the getters of a class's properties.</summary>
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

    /// <summary>The name that an attribute gives what it marks; null where it is missing.</summary>
    /// <param name="attributes">The attributes of a member or a parameter.</param>
    /// <param name="attribute">The attribute's type.</param>
    /// <param name="otherwise">The name where the attribute gives none.</param>
    public static string? NameIn(IEnumerable<CustomAttributeData> attributes, Type attribute, string otherwise)
    {
        foreach (var data in attributes)
        {
            if (data.AttributeType == attribute)
            {
                // The attributes keep their name to themselves; it is what their constructor was given first.
                return data.ConstructorArguments is [{ Value: string name }, ..] ? name : otherwise;
            }
        }

        return null;
    }

    private static OutputReader? MakeReader(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.BaseType is null ? null : MakeReader(type.BaseType);
        }

        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(InputList<>) || definition == typeof(InputMap<>))
        {
            var elements = type.GetProperty("Value", Members)!;
            var (get, read) = (Getters(type)(elements), MakeReader(elements.PropertyType)!);
            return (source, mayWait) => read(get(source)!, mayWait);
        }

        return definition == typeof(Output<>) || definition == typeof(Input<>)
            ? OutputState.Reader(type.GenericTypeArguments[0])
            : MakeReader(type.BaseType!);
    }
}
