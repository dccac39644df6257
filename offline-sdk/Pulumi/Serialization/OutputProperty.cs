using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A property of a resource that carries an output.</summary>
internal sealed class OutputProperty
{
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Known = new();

    private readonly PropertyInfo _property;
    private readonly Lazy<MethodInvoker> _setter;
    private readonly Func<Resource, IOutputCompletion>? _complete;

    private OutputProperty(PropertyInfo property, OutputAttribute attribute)
    {
        _property = property;
        Name = string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name;
        _setter = new Lazy<MethodInvoker>(() => MethodInvoker.Create(GetSetter(property)));
        _complete = MakeCompletion(property.PropertyType);
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    public bool IsOutput => _complete is not null;

    public Type DeclaringType => _property.DeclaringType!;

    public static OutputProperty[] Of(Type type) =>
        Known.GetOrAdd(
            type,
            static key =>
                [
                    .. from property in key.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    let attribute = property.GetCustomAttribute<OutputAttribute>()
                    where attribute is not null
                    select new OutputProperty(property, attribute),
                ]
        );

    public object? Read(Resource resource) => _property.GetValue(resource);

    /// <summary>Gives the property an output that is completed once the mocks have answered.</summary>
    public IOutputCompletion Initialize(Resource resource)
    {
        if (_complete is null)
        {
            throw RunException.OutputsHaveIncorrectType([Name]);
        }

        var completion = _complete(resource);
        _setter.Value.Invoke(resource, completion.Output);
        return completion;
    }

    private static MethodInfo GetSetter(PropertyInfo property) =>
        property
            .DeclaringType!.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance)!
            .GetSetMethod(nonPublic: true)
        ?? throw new InvalidOperationException($"[Output] {property.DeclaringType}.{property.Name} has no setter.");

    private static Func<Resource, IOutputCompletion>? MakeCompletion(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Output<>)
            ? typeof(OutputProperty)
                .GetMethod(nameof(Complete), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GetGenericArguments())
                .CreateDelegate<Func<Resource, IOutputCompletion>>()
            : null;

    private static OutputCompletion<T> Complete<T>(Resource resource) => new(resource);
}
