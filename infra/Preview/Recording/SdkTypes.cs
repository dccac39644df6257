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
            if (NameOf(field, attribute) is { } name)
            {
                members.Add(new(name, field.FieldType, field.GetValue));
            }
        }

        foreach (var property in type.GetProperties(Members))
        {
            if (NameOf(property, attribute) is { } name)
            {
                members.Add(new(name, property.PropertyType, Getter(type, property)));
            }
        }

        members.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return [.. members];
    }

    // A delegate costs far less for each value than reflection does.
    private static Func<object, object?> Getter(Type type, PropertyInfo property) =>
        property.PropertyType.IsValueType
            ? property.GetValue
            : (Func<object, object?>)
                typeof(SdkTypes)
                    .GetMethod(nameof(Getter), 1, BindingFlags.Static | BindingFlags.NonPublic, [typeof(MethodInfo)])!
                    .MakeGenericMethod(type)
                    .Invoke(null, [property.GetMethod])!;

    private static Func<object, object?> Getter<T>(MethodInfo getter)
        where T : class
    {
        var get = getter.CreateDelegate<Func<T, object?>>();
        return owner => get((T)owner);
    }

    // The attributes keep their name to themselves; it is what their constructor was given first.
    private static string? NameOf(MemberInfo member, Type attribute)
    {
        foreach (var data in member.CustomAttributes)
        {
            if (data.AttributeType == attribute)
            {
                return data.ConstructorArguments is [{ Value: string name }, ..] ? name : member.Name;
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
            var (get, read) = (Getter(type, elements), MakeReader(elements.PropertyType)!);
            return (source, mayWait) => read(get(source)!, mayWait);
        }

        return definition == typeof(Output<>) || definition == typeof(Input<>)
            ? OutputState.Reader(type.GenericTypeArguments[0])
            : MakeReader(type.BaseType!);
    }
}
