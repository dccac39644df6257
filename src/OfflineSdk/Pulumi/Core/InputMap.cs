using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable
{
    // The entries while each was added by itself; null for a map that became another in whole.
    private Dictionary<string, Input<TValue>>? _added;

    // Made when someone asks, who then holds the entries: one that is added later goes to a copy.
    private Input<Dictionary<string, Input<TValue>>>? _value;
    private Output<ImmutableDictionary<string, TValue>>? _whole;

    public InputMap() => _added = new(StringComparer.Ordinal);

    private InputMap(Dictionary<string, Input<TValue>> added) => _added = added;

    private InputMap(Input<Dictionary<string, Input<TValue>>> values) => _value = values;

    /// <summary>The entries one by one; each may be unknown or secret by itself.</summary>
    private Input<Dictionary<string, Input<TValue>>> Value
    {
        get => _value ??= _added!;
        set
        {
            _value = value;
            _added = null;
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
        if (_added is null)
        {
            Value = Value.Map(entries => With(entries, key, value));
        }
        else
        {
            _added = _value is null ? _added : Copy(_added);
            Set(_added, key, value);
            _value = null;
            _whole = null;
        }
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) =>
        Value = Output.Join(Value.ToOutput(), values.Value.ToOutput(), Together);

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Join(first.Value.ToOutput(), second.Value.ToOutput(), Over));

    private protected override void Visit(Arrivals arrivals)
    {
        arrivals.Visit(_whole);
        if (_added is null)
        {
            arrivals.Visit(_value);
            return;
        }

        foreach (var (key, value) in _added)
        {
            arrivals.Visit(key, value);
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
        new(values.Apply(Wrap));

    private static InputMap<TValue> From(IReadOnlyDictionary<string, TValue>? values) =>
        values is null
            ? (InputMap<TValue>)Output.Create(default(ImmutableDictionary<string, TValue>)!)
            : new InputMap<TValue>(Wrap(values));

    private static Dictionary<string, Input<TValue>> Wrap(IReadOnlyDictionary<string, TValue>? values)
    {
        if (values is null)
        {
            return null!;
        }

        var wrapped = new Dictionary<string, Input<TValue>>(values.Count, StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            wrapped.Add(key, value);
        }

        return wrapped;
    }

    private static Dictionary<string, Input<TValue>> Copy(Dictionary<string, Input<TValue>> entries) =>
        new(entries, StringComparer.Ordinal);

    private static Dictionary<string, Input<TValue>> With(
        Dictionary<string, Input<TValue>> entries,
        string key,
        Input<TValue> value
    )
    {
        var all = Copy(entries);
        Set(all, key, value);
        return all;
    }

    private static void Set(Dictionary<string, Input<TValue>> entries, string key, Input<TValue> value) =>
        entries[key] = entries.TryGetValue(key, out var present) ? Same(key, present, value) : value;

    /// <summary>The entries of both. As in the official SDK, inputs with the same value are not the same.</summary>
    /// <exception cref="ArgumentException">Both have an entry with one key, and not the same input.</exception>
    private static Dictionary<string, Input<TValue>> Together(
        Dictionary<string, Input<TValue>> first,
        Dictionary<string, Input<TValue>> second
    )
    {
        var all = Copy(first);
        foreach (var (key, value) in second)
        {
            if (!all.TryAdd(key, value) && all[key] != value)
            {
                throw Refused(key);
            }
        }

        return all;
    }

    /// <summary>The entries of both; where both have one with the same key, the second's.</summary>
    private static Dictionary<string, Input<TValue>> Over(
        Dictionary<string, Input<TValue>> first,
        Dictionary<string, Input<TValue>> second
    )
    {
        var all = Copy(first);
        foreach (var (key, value) in second)
        {
            all[key] = value;
        }

        return all;
    }

    private static Input<TValue> Same(string key, Input<TValue> present, Input<TValue> added) =>
        Output.Join(
            present.ToOutput(),
            added.ToOutput(),
            (one, two) => EqualityComparer<TValue>.Default.Equals(one, two) ? one : throw Refused(key)
        );

    private static ArgumentException Refused(string key) =>
        new($"The map holds the key '{key}' already, with another value.");

    private static Output<ImmutableDictionary<string, TValue>> Join(Dictionary<string, Input<TValue>>? entries)
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
