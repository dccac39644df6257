using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Determines the outputs of the classes of the SDK, cached per class.</summary>
/// <remarks>
/// Numbers and Booleans are omitted. Recursive types, and what is nested deeper than
/// <see cref="MaximumDepth"/>, are omitted too.
/// </remarks>
internal static class OutputShapes
{
    // As deep as a Service's status.loadBalancer.ingress[0].ip. The program reads nothing deeper, and the SDK goes through all of it for every
    // resource.
    private const int MaximumDepth = 3;

    private static readonly ConcurrentDictionary<Type, OutputShape.Fields> Known = new();

    /// <summary>The outputs of a resource of class <paramref name="type"/>.</summary>
    public static OutputShape.Fields ForResource(Type type) => Known.GetOrAdd(type, ResourceFields);

    /// <summary>The outputs of a function whose result is of class <paramref name="type"/>.</summary>
    public static OutputShape.Fields ForFunction(Type type) => Known.GetOrAdd(type, key => Fields(key, [], ""));

    private static OutputShape.Fields ResourceFields(Type type) =>
        new([
            .. from output in SdkTypes.Outputs(type)
            where output.Name is not ("id" or "urn")
            let shape = Shape(output.Type.GenericTypeArguments[0], [], output.Name)
            where shape is not null
            select new OutputField(output.Name, shape),
        ]);

    private static OutputShape.Fields Fields(Type type, Type[] within, string prefix) =>
        new([
            .. from parameter in Constructor(type).GetParameters()
            let name = GetName(parameter)
            let shape = Shape(parameter.ParameterType, within, prefix + name)
            where shape is not null
            select new OutputField(name, shape),
        ]);

    private static OutputShape? Shape(Type type, Type[] within, string path)
    {
        if (type == typeof(string) || type == typeof(object))
        {
            return new OutputShape.Text(path);
        }

        if (type.IsDefined(typeof(EnumTypeAttribute), false))
        {
            return type.GetMethod("op_Explicit", [type])?.ReturnType == typeof(string)
                ? new OutputShape.Text(path)
                : null;
        }

        if (type.IsDefined(typeof(OutputTypeAttribute), false))
        {
            return Array.IndexOf(within, type) >= 0 || within.Length >= MaximumDepth
                ? null
                : Fields(type, [.. within, type], $"{path}.");
        }

        return type.IsGenericType ? Generic(type, within, path) : null;
    }

    private static OutputShape? Generic(Type type, Type[] within, string path)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(ImmutableArray<>))
        {
            return Shape(arguments[0], within, $"{path}[0]") is { } item ? new OutputShape.List(item) : null;
        }

        if (definition == typeof(ImmutableDictionary<,>))
        {
            return new OutputShape.Map();
        }

        if (definition == typeof(Union<,>) && arguments.Contains(typeof(string)))
        {
            return new OutputShape.Text(path);
        }

        return definition == typeof(Union<,>) || definition == typeof(Nullable<>) || definition == typeof(Output<>)
            ? Shape(arguments[0], within, path)
            : null;
    }

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .First(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute), false));

    private static string GetName(ParameterInfo parameter) =>
        SdkTypes.WireName(parameter.CustomAttributes, typeof(OutputConstructorParameterAttribute), parameter.Name!)
        ?? parameter.Name!;
}
