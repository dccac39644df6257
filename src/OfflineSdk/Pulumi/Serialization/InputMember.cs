using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A field or property of arguments with <see cref="InputAttribute"/>.</summary>
internal sealed class InputMember
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, InputMember[]> Known = new();

    private readonly InputAttribute _attribute;
    private readonly string _fullName;
    private readonly Func<object, object?> _getValue;

    private InputMember(MemberInfo member, InputAttribute attribute, Func<object, object?> getValue)
    {
        _attribute = attribute;
        _getValue = getValue;
        _fullName = $"[Input] {member.ReflectedType}.{member.Name}";
    }

    public string Name => _attribute.Name;

    public static InputMember[] GetAll(Type type) => Known.GetOrAdd(type, Find);

    public object? Read(object args)
    {
        var value = _getValue(args);
        if (value is null && _attribute.IsRequired)
        {
            throw new ArgumentNullException(Name, $"{_fullName} is required but has no value.");
        }

        return value is not null && _attribute.Json ? new Output<string>(Serializer.ToJsonAsync(value)) : value;
    }

    private static InputMember[] Find(Type type)
    {
        var found = new List<InputMember>();
        foreach (var field in type.GetFields(Instance))
        {
            if (field.GetCustomAttribute<InputAttribute>(inherit: false) is { } attribute)
            {
                found.Add(new InputMember(field, attribute, field.GetValue));
            }
        }

        var reader = PropertyReader.CreateFactory(type);
        foreach (var property in type.GetProperties(Instance))
        {
            if (property.GetCustomAttribute<InputAttribute>(inherit: false) is { } attribute)
            {
                found.Add(new InputMember(property, attribute, reader(property)));
            }
        }

        return [.. found];
    }
}
