using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A field or property of arguments that carries an input.</summary>
internal sealed class InputMember
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<InputMember>> Known = new();

    private readonly InputAttribute attribute;
    private readonly string fullName;
    private readonly Func<object, object?> getValue;

    private InputMember(MemberInfo member, InputAttribute attribute, Func<object, object?> getValue)
    {
        this.attribute = attribute;
        this.getValue = getValue;
        fullName = $"[Input] {member.ReflectedType}.{member.Name}";
    }

    public string Name => attribute.Name;

    public static ImmutableArray<InputMember> Of(Type type) => Known.GetOrAdd(type, static key => [.. Find(key)]);

    public object? Read(object args)
    {
        var value = getValue(args);
        if (value is null && attribute.IsRequired)
        {
            throw new ArgumentNullException(Name, $"{fullName} is required but has no value.");
        }

        return value is not null && attribute.Json ? new Output<string>(Serializer.ToJsonAsync(value)) : value;
    }

    private static IEnumerable<InputMember> Find(Type type)
    {
        foreach (var field in type.GetFields(Instance))
        {
            if (field.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return new InputMember(field, attribute, field.GetValue);
            }
        }

        foreach (var property in type.GetProperties(Instance))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return new InputMember(property, attribute, property.GetValue);
            }
        }
    }
}
