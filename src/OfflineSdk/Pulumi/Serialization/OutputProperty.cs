using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A property of a resource with <see cref="OutputAttribute"/>.</summary>
internal sealed class OutputProperty
{
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Known = new();

    private readonly Lazy<Action<object, object>> _setter;
    private readonly Lazy<Func<object, object?>> _reader;
    private readonly Lazy<Func<Resource, IOutputCompletion>> _complete;

    private OutputProperty(PropertyInfo property, OutputAttribute attribute)
    {
        DeclaringType = property.DeclaringType!;
        Name = string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name;
        _setter = new Lazy<Action<object, object>>(() => CreateSetter(GetSetter(property)));
        _reader = new Lazy<Func<object, object?>>(() => PropertyReader.Create(property));
        IsOutput = IsOutputType(property.PropertyType);
        _complete = new Lazy<Func<Resource, IOutputCompletion>>(() => CreateCompletion(property.PropertyType));
    }

    /// <summary>The serialized name.</summary>
    public string Name { get; }

    public bool IsOutput { get; }

    public Type DeclaringType { get; }

    public static OutputProperty[] GetAll(Type type) => Known.GetOrAdd(type, Find);

    public object? Read(Resource resource) => _reader.Value(resource);

    /// <summary>Assigns an output to the property that is completed when the mocks return.</summary>
    public IOutputCompletion Initialize(Resource resource)
    {
        if (!IsOutput)
        {
            throw RunException.OutputsHaveIncorrectType([Name]);
        }

        var completion = _complete.Value(resource);
        _setter.Value(resource, completion.Output);
        return completion;
    }

    private static OutputProperty[] Find(Type type)
    {
        var found = new List<OutputProperty>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>(inherit: false) is { } attribute)
            {
                found.Add(new OutputProperty(property, attribute));
            }
        }

        return [.. found];
    }

    private static MethodInfo GetSetter(PropertyInfo property) =>
        property
            .DeclaringType!.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance)!
            .GetSetMethod(nonPublic: true)
        ?? throw new InvalidOperationException($"[Output] {property.DeclaringType}.{property.Name} has no setter.");

    private static Action<object, object> CreateSetter(MethodInfo setter) =>
        (Action<object, object>)
            typeof(OutputProperty)
                .GetMethod(nameof(Set), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(setter.DeclaringType!, setter.GetParameters()[0].ParameterType)
                .Invoke(null, [setter])!;

    private static Action<object, object> Set<T, TValue>(MethodInfo setter)
        where T : class
    {
        var set = setter.CreateDelegate<Action<T, TValue>>();
        return (resource, value) => set((T)resource, (TValue)value);
    }

    private static bool IsOutputType(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Output<>);

    private static Func<Resource, IOutputCompletion> CreateCompletion(Type type) =>
        typeof(OutputProperty)
            .GetMethod(nameof(Complete), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type.GetGenericArguments())
            .CreateDelegate<Func<Resource, IOutputCompletion>>();

    private static OutputCompletion<T> Complete<T>(Resource resource) => new(resource);
}
