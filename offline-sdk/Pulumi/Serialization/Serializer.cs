using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Makes of arguments and states the values that mocks see: texts, truth values, doubles, resources,
/// <see cref="ImmutableArray{T}"/> and <see cref="ImmutableDictionary{TKey, TValue}"/> of those.
/// </summary>
/// <remarks>One unknown or secret value makes what it stands in unknown or secret.</remarks>
internal sealed class Serializer
{
    /// <summary>The text by which the engine marks a value that is not known.</summary>
    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly ConcurrentDictionary<Type, Predicate<object>?> Arrays = new();

    private readonly List<Task> _pending = [];

    private Serializer() { }

    /// <summary>Makes the values of an object, keeping apart what is known of each; null ones are left out.</summary>
    public static Task<Dictionary<string, OutputData<object?>>> SerializeEachAsync(
        IReadOnlyDictionary<string, object?> values
    ) => SettleAsync(serializer => serializer.Each(values));

    public static Task<OutputData<object?>> SerializeAsync(object? value) =>
        SettleAsync(serializer => serializer.Value(value));

    /// <summary>Leaves out what is not known, and forgets what is secret.</summary>
    public static ImmutableDictionary<string, object> TakeKnown(Dictionary<string, OutputData<object?>> values)
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
        Continuation.LaterAsync(
            SerializeAsync(value),
            data => data.With(data.Value is null ? null! : JsonSerializer.Serialize(data.Value))
        );

    /// <summary>Serializes again once the outputs that it came across are there, until none is missing.</summary>
    private static Task<T> SettleAsync<T>(Func<Serializer, T> serialize)
    {
        try
        {
            var serializer = new Serializer();
            var result = serialize(serializer);
            return serializer._pending.Count == 0 ? Task.FromResult(result) : LaterAsync(serializer._pending);
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }

        async Task<T> LaterAsync(List<Task> pending)
        {
            await Task.WhenAll(pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await SettleAsync(serialize);
        }
    }

    private Dictionary<string, OutputData<object?>> Each(IReadOnlyDictionary<string, object?> values)
    {
        var result = new Dictionary<string, OutputData<object?>>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            if (Entry(key, value) is { IsNothing: false } data)
            {
                result.Add(key, data);
            }
        }

        return result;
    }

    private OutputData<object?> Entry(string key, object? value)
    {
        try
        {
            return Value(value);
        }
        catch (NotSupportedException exception)
        {
            throw new NotSupportedException($"{key}: {exception.Message}", exception);
        }
    }

    private OutputData<object?> Value(object? value) =>
        value switch
        {
            null or bool or double or Resource => OutputData.Known(value),
            UnknownValue => OutputData.Unknown<object?>(),
            string => OutputData.Known<object?>(value),
            int number => OutputData.Known<object?>((double)number),
            InputArgs args => Map(args.GetInputs()),
            IInput input => Output(input.ToOutput()),
            IOutput output => Output(output),
            IUnion union => Value(union.Value),
            IReadOnlyDictionary<string, object?> map => Map(map),
            IDictionary map => Map(Entries(map)),
            IList list => List(list),
            JsonElement element => OutputData.Known(JsonValue.Read(element)),
            Enum => OutputData.Known<object?>(Convert.ToDouble(value)),
            _ when EnumText.TryRead(value) is { } text => OutputData.Known<object?>(text),
            _ => throw new NotSupportedException($"{value.GetType().FullName} is not a supported argument type"),
        };

    private OutputData<object?> Output(IOutput output)
    {
        if (output.Present is not { } data)
        {
            return Missing(output.Completion);
        }

        if (!data.IsKnown)
        {
            return data.With<object?>(null);
        }

        var inner = Value(data.Untyped);
        return data.Combine(inner, inner.Value);
    }

    // A failure comes out here.
    private OutputData<object?> Missing(Task completion)
    {
        if (completion.IsCompleted)
        {
            completion.GetAwaiter().GetResult();
        }

        _pending.Add(completion);
        return OutputData.Unknown<object?>();
    }

    private OutputData<object?> Map(IReadOnlyDictionary<string, object?> values)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        var parts = new List<OutputData>();
        foreach (var (key, value) in values)
        {
            if (Entry(key, value) is { IsNothing: false } data)
            {
                result.Add(key, data.Value!);
                parts.Add(data);
            }
        }

        return OutputData.Combine<object?>(parts, result.ToImmutable());
    }

    private OutputData<object?> List(IList list)
    {
        if (IsDefault(list))
        {
            return OutputData.Known<object?>(ImmutableArray<object?>.Empty);
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        var parts = new List<OutputData>(list.Count);
        foreach (var item in list)
        {
            var data = Value(item);
            result.Add(data.Value);
            parts.Add(data);
        }

        return OutputData.Combine<object?>(parts, result.MoveToImmutable());
    }

    /// <summary>The entries of a dictionary whose type is known at run time only.</summary>
    public static Dictionary<string, object?> Entries(IDictionary map)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string;
            entries.Add(
                key ?? throw new NotSupportedException("only texts can be the keys of a dictionary"),
                entry.Value
            );
        }

        return entries;
    }

    private static bool IsDefault(IList list) => Arrays.GetOrAdd(list.GetType(), MakeTest)?.Invoke(list) ?? false;

    private static Predicate<object>? MakeTest(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(Serializer)
                .GetMethod(nameof(IsDefaultArray), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GetGenericArguments())
                .CreateDelegate<Predicate<object>>()
            : null;

    private static bool IsDefaultArray<T>(object array) => ((ImmutableArray<T>)array).IsDefault;
}
