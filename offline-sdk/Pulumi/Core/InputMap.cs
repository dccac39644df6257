using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable
{
    private readonly ImmutableDictionary<string, Input<TValue>>.Builder _plain = ImmutableDictionary.CreateBuilder<
        string,
        Input<TValue>
    >();

    // Null while all entries are in the builder, which costs far less for each entry that is added.
    private Input<ImmutableDictionary<string, Input<TValue>>>? _value;
    private Output<ImmutableDictionary<string, TValue>>? _whole;

    public InputMap() { }

    private InputMap(Input<ImmutableDictionary<string, Input<TValue>>> values) => _value = values;

    private InputMap(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        foreach (var (key, value) in values)
        {
            _plain.Add(key, value);
        }
    }

    /// <summary>The entries one by one; each may be unknown or secret by itself.</summary>
    private Input<ImmutableDictionary<string, Input<TValue>>> Value
    {
        get => _value ?? _plain.ToImmutable();
        set
        {
            _value = value;
            _whole = null;
        }
    }

    private protected override Output<ImmutableDictionary<string, TValue>> Whole => _whole ??= Value.Apply(Join);

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public void Add(string key, Input<TValue> value)
    {
        if (_value is null && _plain.TryAdd(key, value))
        {
            _whole = null;
        }
        else
        {
            Value = Value.Map(entries =>
                entries.SetItem(key, entries.TryGetValue(key, out var present) ? Same(key, present, value) : value)
            );
        }
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) =>
        Value = Output.Join(Value.ToOutput(), values.Value.ToOutput(), (first, second) => first.AddRange(second));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Join(first.Value.ToOutput(), second.Value.ToOutput(), (one, two) => one.SetItems(two)));

    private protected override void Visit(Arrivals arrivals)
    {
        arrivals.Visit(_whole);
        if (_value is not null)
        {
            arrivals.Visit(_value);
            return;
        }

        foreach (var entry in _plain)
        {
            arrivals.Visit(entry.Key, entry.Value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An InputMap<TValue> cannot be enumerated: its entries may not be known yet.");

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => From(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => From(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values.Apply(entries => entries.ToImmutableDictionary());

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values.Apply(entries => entries.ToImmutableDictionary());

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new(values.Apply(entries => entries?.Select(Wrap).ToImmutableDictionary()!));

    private static InputMap<TValue> From(IEnumerable<KeyValuePair<string, TValue>>? values) =>
        values is null
            ? (InputMap<TValue>)Output.Create(default(ImmutableDictionary<string, TValue>)!)
            : new InputMap<TValue>(values);

    private static KeyValuePair<string, Input<TValue>> Wrap(KeyValuePair<string, TValue> entry) =>
        new(entry.Key, entry.Value);

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
