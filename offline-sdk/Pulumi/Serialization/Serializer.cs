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
        string context,
        IEnumerable<KeyValuePair<string, object?>> values
    )
    {
        var result = new Dictionary<string, OutputData<object?>>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            var data = await SerializeAsync($"{context}.{key}", value);
            if (!data.IsKnown || data.Value is not null)
            {
                result.Add(key, data);
            }
        }

        return result;
    }

    public static ValueTask<OutputData<object?>> SerializeAsync(string context, object? value) =>
        value switch
        {
            null or bool or double or Resource => new(OutputData.Known(value)),
            UnknownValue => new(OutputData.Unknown<object?>()),
            string => new(OutputData.Known<object?>(value)),
            int number => new(OutputData.Known<object?>((double)number)),
            InputArgs args => SerializeMapAsync(context, args.GetInputs()),
            IInput input => SerializeOutputAsync(context, input.ToOutput()),
            IOutput output => SerializeOutputAsync(context, output),
            IUnion union => SerializeAsync(context, union.Value),
            IDictionary map => SerializeMapAsync(context, Entries(context, map)),
            IList list => SerializeListAsync(context, list),
            Enum => new(OutputData.Known<object?>(Convert.ToDouble(value))),
            _ when EnumText.TryRead(value) is { } text => new(OutputData.Known<object?>(text)),
            _ => throw new InvalidOperationException(
                $"{value.GetType().FullName} is not a supported argument type: {context}"
            ),
        };

    public static async Task<OutputData<string>> ToJsonAsync(string context, object value)
    {
        var data = await SerializeAsync(context, value);
        return data.With(data.Value is null ? null! : JsonSerializer.Serialize(data.Value));
    }

    private static async ValueTask<OutputData<object?>> SerializeOutputAsync(string context, IOutput output)
    {
        var data = await output.GetDataAsync();
        if (!data.IsKnown)
        {
            return data;
        }

        var inner = await SerializeAsync(context, data.Value);
        return data.Combine(inner, inner.Value);
    }

    private static async ValueTask<OutputData<object?>> SerializeMapAsync(
        string context,
        IEnumerable<KeyValuePair<string, object?>> values
    )
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        var all = OutputData.Known<object?>(null);
        foreach (var (key, data) in await SerializeEachAsync(context, values))
        {
            all = all.Combine(data, all.Value);
            result.Add(key, data.Value!);
        }

        return all.With<object?>(result.ToImmutable());
    }

    private static async ValueTask<OutputData<object?>> SerializeListAsync(string context, IList list)
    {
        if (IsDefault(list))
        {
            return OutputData.Known<object?>(ImmutableArray<object?>.Empty);
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        var all = OutputData.Known<object?>(null);
        foreach (var item in list)
        {
            var data = await SerializeAsync($"{context}[{result.Count}]", item);
            all = all.Combine(data, all.Value);
            result.Add(data.Value);
        }

        return all.With<object?>(result.MoveToImmutable());
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(string context, IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string;
            yield return KeyValuePair.Create(
                key ?? throw new InvalidOperationException($"Only texts can be the keys of a dictionary: {context}"),
                entry.Value
            );
        }
    }

    private static bool IsDefault(IList list) =>
        list.GetType().IsValueType && list.Equals(RuntimeHelpers.GetUninitializedObject(list.GetType()));
}
