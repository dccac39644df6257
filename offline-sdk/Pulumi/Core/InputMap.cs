using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable
{
    private Output<ImmutableDictionary<string, TValue>>? _whole;

    public InputMap()
        : this(ImmutableDictionary<string, Input<TValue>>.Empty) { }

    private InputMap(Input<ImmutableDictionary<string, Input<TValue>>> values) => Value = values;

    /// <summary>The entries one by one; each may be unknown or secret by itself.</summary>
    private Input<ImmutableDictionary<string, Input<TValue>>> Value
    {
        get;
        set
        {
            field = value;
            _whole = null;
        }
    }

    private protected override Output<ImmutableDictionary<string, TValue>> Whole => _whole ??= Value.Apply(Join);

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public void Add(string key, Input<TValue> value) =>
        Value = Value.Apply(entries =>
            entries.SetItem(key, entries.TryGetValue(key, out var present) ? Same(key, present, value) : value)
        );

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) =>
        Value = Output.Join(Value.ToOutput(), values.Value.ToOutput(), (first, second) => first.AddRange(second));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Join(first.Value.ToOutput(), second.Value.ToOutput(), (one, two) => one.SetItems(two)));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An InputMap<TValue> cannot be enumerated: its entries may not be known yet.");

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) =>
        Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values.Apply(entries => entries.ToImmutableDictionary());

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values.Apply(entries => entries.ToImmutableDictionary());

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new(
            values.Apply(entries =>
                entries?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!
            )
        );

    private static Input<TValue> Same(string key, Input<TValue> present, Input<TValue> added) =>
        Output.Join(
            present.ToOutput(),
            added.ToOutput(),
            (one, two) =>
                EqualityComparer<TValue>.Default.Equals(one, two)
                    ? one
                    : throw new ArgumentException($"The map holds the key '{key}' already, with another value.")
        );

    private static Output<ImmutableDictionary<string, TValue>> Join(ImmutableDictionary<string, Input<TValue>>? entries)
    {
        if (entries is null)
        {
            return Output.Create(default(ImmutableDictionary<string, TValue>)!);
        }

        return Output
            .All(entries.Values)
            .Apply(values =>
            {
                var joined = ImmutableDictionary.CreateBuilder<string, TValue>();
                foreach (var key in entries.Keys)
                {
                    joined.Add(key, values[joined.Count]);
                }

                return joined.ToImmutable();
            });
    }
}
