using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Converts arguments and states to the values that mocks receive: strings, booleans, doubles, resources,
/// <see cref="ImmutableArray{T}"/> and <see cref="ImmutableDictionary{TKey, TValue}"/> of those.
/// </summary>
/// <remarks>
/// An unknown or secret value makes the values that contain it unknown or secret. All outputs must be completed; see <see cref="PendingOutputs"/>.
/// </remarks>
internal static class Serializer
{
    /// <summary>The string that the engine uses for unknown values.</summary>
    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly ConcurrentDictionary<Type, Predicate<object>?> Arrays = new();

    /// <summary>Converts the non-null values of an object, with separate metadata for each.</summary>
    public static Dictionary<string, OutputData<object?>> Each(IReadOnlyDictionary<string, object?> values)
    {
        var result = new Dictionary<string, OutputData<object?>>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            if (Value(value) is { IsKnownNull: false } data)
            {
                result.Add(key, data);
            }
        }

        return result;
    }

    /// <summary>Waits for all outputs in the values, then converts them.</summary>
    public static async Task<Dictionary<string, OutputData<object?>>> EachAsync(
        IReadOnlyDictionary<string, object?> values
    )
    {
        await PendingOutputs.WaitAsync(values);
        return Each(values);
    }

    /// <summary>Waits for all outputs in a value, then converts it.</summary>
    public static async Task<OutputData<object?>> ValueAsync(object? value)
    {
        await PendingOutputs.WaitAsync(value);
        return Value(value);
    }

    /// <summary>The known values, without their metadata.</summary>
    public static ImmutableDictionary<string, object> KnownValues(Dictionary<string, OutputData<object?>> values)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, data) in values)
        {
            if (data is { IsKnown: true, Value: not null })
            {
                known.Add(key, data.Value);
            }
        }

        return known.ToImmutable();
    }

    public static Task<OutputData<string>> ToJsonAsync(object value) =>
        TaskContinuation.ContinueWithAsync(
            ValueAsync(value),
            data => data.With(data.Value is null ? null! : JsonSerializer.Serialize(data.Value))
        );

    /// <summary>Converts a scalar.</summary>
    /// <exception cref="NotSupportedException">The type cannot be serialized.</exception>
    public static object? Scalar(object value) =>
        value switch
        {
            bool or double => value,
            int number => (double)number,
            JsonElement element => JsonValue.Read(element),
            Enum => Convert.ToDouble(value),
            _ => EnumTypeValue.TryGetString(value)
                ?? throw new NotSupportedException($"{value.GetType().FullName} is not a supported argument type"),
        };

    /// <summary>Converts a value.</summary>
    public static OutputData<object?> Value(object? value) =>
        value switch
        {
            UnknownValue => OutputData.Unknown<object?>(),
            null or string or Resource => OutputData.Known(value),
            InputArgs args => Map(args.GetInputs()),
            IInput input => Output(input.ToOutput()),
            IOutput output => Output(output),
            IUnion union => Value(union.Value),
            IReadOnlyDictionary<string, object?> map => Map(map),
            IDictionary map => Map(Entries(map)),
            IList list => List(list),
            _ => OutputData.Known(Scalar(value)),
        };

    private static OutputData<object?> Output(IOutput output)
    {
        var data = output.CompletedData!;
        if (!data.IsKnown)
        {
            return data.With<object?>(null);
        }

        var inner = Value(data.Untyped);
        return data.Combine(inner, inner.Value);
    }

    private static OutputData<object?> Map(IReadOnlyDictionary<string, object?> values)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        var parts = new List<OutputData>();
        foreach (var (key, value) in values)
        {
            if (Value(value) is { IsKnownNull: false } data)
            {
                result.Add(key, data.Value!);
                parts.Add(data);
            }
        }

        return OutputData.Combine<object?>(parts, result.ToImmutable());
    }

    private static OutputData<object?> List(IList list)
    {
        if (IsDefault(list))
        {
            return OutputData.Known<object?>(ImmutableArray<object?>.Empty);
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        var parts = new List<OutputData>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            var data = Value(list[index]);
            result.Add(data.Value);
            parts.Add(data);
        }

        return OutputData.Combine<object?>(parts, result.MoveToImmutable());
    }

    /// <summary>The entries of a dictionary whose type is only known at run time.</summary>
    public static Dictionary<string, object?> Entries(IDictionary map)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string;
            entries.Add(
                key ?? throw new NotSupportedException("the keys of a dictionary must be strings"),
                entry.Value
            );
        }

        return entries;
    }

    /// <summary>Whether a list is a default <see cref="ImmutableArray{T}"/>.</summary>
    public static bool IsDefault(IList list) =>
        Arrays.GetOrAdd(list.GetType(), CreateDefaultTest)?.Invoke(list) ?? false;

    private static Predicate<object>? CreateDefaultTest(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(Serializer)
                .GetMethod(nameof(IsDefaultArray), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GetGenericArguments())
                .CreateDelegate<Predicate<object>>()
            : null;

    private static bool IsDefaultArray<T>(object array) => ((ImmutableArray<T>)array).IsDefault;
}
