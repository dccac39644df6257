using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>Converts the values that mocks return to the types of outputs.</summary>
internal static class Converter
{
    private sealed record Parameter(string Name, Type Type);

    private delegate bool Conversion(object value, out object? result);

    private static readonly ConcurrentDictionary<Type, Conversion> Known = new();

    /// <summary>Converts <paramref name="value"/>, or returns the type's default value if it does not match the type.</summary>
    public static T Convert<T>(object? value) => Convert(value, typeof(T)) is T result ? result : default!;

    private static object? Convert(object? value, Type type) =>
        TryConvert(value, type, out var result) ? result : Default(type);

    private static bool TryConvert(object? value, Type type, out object? result)
    {
        if (value is not null)
        {
            return Known.GetOrAdd(type, CreateConversion)(value, out result);
        }

        result = Default(type);
        return true;
    }

    private static object? Default(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? RuntimeHelpers.GetUninitializedObject(type)
            : null;

    private static Conversion CreateConversion(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return CreateConversion(underlying);
        }

        if (type.IsGenericType)
        {
            return CreateGenericConversion(type);
        }

        return type switch
        {
            _ when type == typeof(int) => (value, out result) => IsInteger(value, out result),
            _ when type.IsEnum => (value, out result) =>
                IsInteger(value, out result) && (result = Enum.ToObject(type, result!)) is not null,
            _ when EnumTypeValue.IsEnumType(type) => (value, out result) =>
                (result = value is string text ? EnumTypeValue.Make(type, text) : null) is not null,
            _ when type.IsDefined(typeof(OutputTypeAttribute)) => CreateObjectConversion(type),
            _ => (value, out result) => (result = type.IsInstanceOfType(value) ? value : null) is not null,
        };
    }

    private static bool IsInteger(object value, out object? result) =>
        (result = value is double number ? (int)number : null) is not null;

    private static Conversion CreateObjectConversion(Type type)
    {
        const BindingFlags instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var constructor = type.GetConstructors(instance).Single(c => c.IsDefined(typeof(OutputConstructorAttribute)));
        var parameters = constructor
            .GetParameters()
            .Select(p => new Parameter(
                p.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? p.Name!,
                p.ParameterType
            ))
            .ToArray();
        var invoker = ConstructorInvoker.Create(constructor);
        return Build;

        bool Build(object value, out object? result)
        {
            result = value is ImmutableDictionary<string, object> fields
                ? invoker.Invoke(Array.ConvertAll(parameters, p => Convert(fields.GetValueOrDefault(p.Name), p.Type)))
                : null;
            return result is not null;
        }
    }

    private static Conversion CreateGenericConversion(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        return definition switch
        {
            _ when definition == typeof(ImmutableArray<>) => Generic(nameof(ToList), arguments),
            _ when definition == typeof(ImmutableDictionary<,>) => Generic(nameof(ToMap), arguments[1..]),
            _ when definition == typeof(Union<,>) => Generic(nameof(ToUnion), arguments),
            _ => throw new InvalidOperationException($"{type} is not a supported type of an output."),
        };
    }

    private static Conversion Generic(string method, Type[] arguments) =>
        typeof(Converter)
            .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(arguments)
            .CreateDelegate<Conversion>();

    private static bool ToList<T>(object value, out object? result)
    {
        result = value is ImmutableArray<object?> items
            ? ImmutableArray.CreateRange(items, item => (T)Convert(item, typeof(T))!)
            : null;
        return result is not null;
    }

    private static bool ToMap<T>(object value, out object? result)
    {
        var converted = ImmutableDictionary.CreateBuilder<string, T>();
        if (value is ImmutableDictionary<string, object> { IsEmpty: false } entries)
        {
            foreach (var (key, entry) in entries)
            {
                converted.Add(key, (T)Convert(entry, typeof(T))!);
            }
        }

        result = value is ImmutableDictionary<string, object> ? converted.ToImmutable() : null;
        return result is not null;
    }

    private static bool ToUnion<T0, T1>(object value, out object? result)
    {
        if (TryConvert(value, typeof(T0), out result))
        {
            result = Union<T0, T1>.FromT0((T0)result!);
            return true;
        }

        var converted = TryConvert(value, typeof(T1), out result);
        result = converted ? Union<T0, T1>.FromT1((T1)result!) : null;
        return converted;
    }
}
