using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Answers in place of the cloud with placeholders: one for each text that a resource or a function puts out.</summary>
/// <remarks>
/// A list has one element. What holds no text (numbers, truth values, maps of any key) is left out; the plan then names the
/// resource that they come from. A type inside itself, and what is nested deeper than <see cref="MaximumDepth"/>, is left out too.
/// </remarks>
internal sealed class ComputedOutputs(SdkTypes types, Placeholders placeholders)
{
    private const int MaximumDepth = 6;

    /// <summary>The state of the resource <paramref name="name"/> of class <paramref name="type"/>.</summary>
    public ImmutableDictionary<string, object> OfResource(string name, Type type) =>
        Values(
            name,
            "",
            types
                .Outputs(type)
                .Where(output => output.Name is not ("id" or "urn"))
                .Select(output => (output.Name, output.Type.GenericTypeArguments[0])),
            []
        );

    /// <summary>The answer of the function <paramref name="name"/>, whose result is of class <paramref name="type"/>.</summary>
    public ImmutableDictionary<string, object> OfFunction(string name, Type type) => Values(name, "", Fields(type), []);

    private object? Value(string owner, string path, Type type, ImmutableStack<Type> within)
    {
        if (type == typeof(string) || type == typeof(object))
        {
            return placeholders.Unknown(owner, path);
        }

        if (type.IsDefined(typeof(EnumTypeAttribute), false))
        {
            return type.GetMethod("op_Explicit", [type])?.ReturnType == typeof(string)
                ? placeholders.Unknown(owner, path)
                : null;
        }

        if (type.IsDefined(typeof(OutputTypeAttribute), false))
        {
            return within.Contains(type) || within.Count() >= MaximumDepth
                ? null
                : Values(owner, $"{path}.", Fields(type), within.Push(type));
        }

        return type.IsGenericType ? Generic(owner, path, type, within) : null;
    }

    private object? Generic(string owner, string path, Type type, ImmutableStack<Type> within)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(ImmutableArray<>))
        {
            return Value(owner, $"{path}[0]", arguments[0], within) is { } item ? new List<object> { item } : null;
        }

        if (definition == typeof(ImmutableDictionary<,>))
        {
            return ImmutableDictionary<string, object>.Empty;
        }

        if (definition == typeof(Union<,>) && arguments.Contains(typeof(string)))
        {
            return placeholders.Unknown(owner, path);
        }

        return definition == typeof(Union<,>) || definition == typeof(Nullable<>) || definition == typeof(Output<>)
            ? Value(owner, path, arguments[0], within)
            : null;
    }

    private ImmutableDictionary<string, object> Values(
        string owner,
        string prefix,
        IEnumerable<(string Name, Type Type)> members,
        ImmutableStack<Type> within
    )
    {
        var values = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, type) in members)
        {
            if (Value(owner, prefix + name, type, within) is { } value)
            {
                values[name] = value;
            }
        }

        return values.ToImmutable();
    }

    private static IEnumerable<(string Name, Type Type)> Fields(Type type) =>
        Constructor(type).GetParameters().Select(parameter => (NameOf(parameter), parameter.ParameterType));

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .First(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute), false));

    private static string NameOf(ParameterInfo parameter) =>
        parameter
            .CustomAttributes.Where(data => data.AttributeType == typeof(OutputConstructorParameterAttribute))
            .Select(data => data.ConstructorArguments[0].Value)
            .FirstOrDefault() as string
        ?? parameter.Name!;
}
