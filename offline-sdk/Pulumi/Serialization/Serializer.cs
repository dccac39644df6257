using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Makes of arguments and states the values that mocks see: texts, truth values, doubles, resources,
/// <see cref="ImmutableArray{T}"/> and <see cref="ImmutableDictionary{TKey, TValue}"/> of those.
/// </summary>
/// <remarks>One unknown or secret value makes what it stands in unknown or secret.</remarks>
internal static class Serializer
{
    /// <summary>The text by which the engine marks a value that is not known.</summary>
    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Makes the values of an object, keeping apart what is known of each; null ones are left out.</summary>
    public static async ValueTask<Dictionary<string, OutputData<object?>>> SerializeEachAsync(
        IEnumerable<KeyValuePair<string, object?>> values
    )
    {
        var result = new Dictionary<string, OutputData<object?>>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            var data = await SerializeEntryAsync(key, value);
            if (data is not { IsKnown: true, IsSecret: false, Value: null })
            {
                result.Add(key, data);
            }
        }

        return result;
    }

    /// <summary>The entries of a dictionary whose type is known at run time only.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            var key =
                entry.Key as string ?? throw new NotSupportedException("only texts can be the keys of a dictionary");
            yield return KeyValuePair.Create(key, entry.Value);
        }
    }

    /// <summary>Leaves out what is not known, and forgets what is secret.</summary>
    public static ImmutableDictionary<string, object> TakeKnown(Dictionary<string, OutputData<object?>> values) =>
        values
            .Where(value => value.Value is { IsKnown: true, Value: not null })
            .ToImmutableDictionary(value => value.Key, value => value.Value.Value!);

    public static ValueTask<OutputData<object?>> SerializeAsync(object? value) =>
        value switch
        {
            null or bool or double or Resource => new(OutputData.Known(value)),
            UnknownValue => new(OutputData.Unknown<object?>()),
            string => new(OutputData.Known<object?>(value)),
            int number => new(OutputData.Known<object?>((double)number)),
            InputArgs args => SerializeMapAsync(args.GetInputs()),
            IInput input => SerializeOutputAsync(input.ToOutput()),
            IOutput output => SerializeOutputAsync(output),
            IUnion union => SerializeAsync(union.Value),
            IDictionary map => SerializeMapAsync(Entries(map)),
            IList list => SerializeListAsync(list),
            JsonElement element => new(OutputData.Known(JsonValue.Read(element))),
            Enum => new(OutputData.Known<object?>(Convert.ToDouble(value))),
            _ when EnumText.TryRead(value) is { } text => new(OutputData.Known<object?>(text)),
            _ => throw new NotSupportedException($"{value.GetType().FullName} is not a supported argument type"),
        };

    public static async Task<OutputData<string>> ToJsonAsync(object value)
    {
        var data = await SerializeAsync(value);
        return data.With(data.Value is null ? null! : JsonSerializer.Serialize(data.Value));
    }

    private static async ValueTask<OutputData<object?>> SerializeEntryAsync(string key, object? value)
    {
        try
        {
            return await SerializeAsync(value);
        }
        catch (NotSupportedException exception)
        {
            throw new NotSupportedException($"{key}: {exception.Message}", exception);
        }
    }

    private static async ValueTask<OutputData<object?>> SerializeOutputAsync(IOutput output)
    {
        var data = await output.GetDataAsync();
        if (!data.IsKnown)
        {
            return data;
        }

        var inner = await SerializeAsync(data.Value);
        return data.Combine(inner, inner.Value);
    }

    private static async ValueTask<OutputData<object?>> SerializeMapAsync(
        IEnumerable<KeyValuePair<string, object?>> values
    )
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        var all = OutputData.Known<object?>(null);
        foreach (var (key, data) in await SerializeEachAsync(values))
        {
            all = all.Combine(data, all.Value);
            result.Add(key, data.Value!);
        }

        return all.With<object?>(result.ToImmutable());
    }

    private static async ValueTask<OutputData<object?>> SerializeListAsync(IList list)
    {
        if (IsDefault(list))
        {
            return OutputData.Known<object?>(ImmutableArray<object?>.Empty);
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        var all = OutputData.Known<object?>(null);
        foreach (var item in list)
        {
            var data = await SerializeAsync(item);
            all = all.Combine(data, all.Value);
            result.Add(data.Value);
        }

        return all.With<object?>(result.MoveToImmutable());
    }

    private static bool IsDefault(IList list) =>
        list.GetType().IsValueType && list.Equals(RuntimeHelpers.GetUninitializedObject(list.GetType()));
}
