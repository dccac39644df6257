using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable
{
    // The entries, if all were added individually; otherwise null.
    private Dictionary<string, Input<TValue>>? _added;

    // Created on demand. It shares the entries, so a later Add copies them first.
    private Input<Dictionary<string, Input<TValue>>>? _value;
    private Output<ImmutableDictionary<string, TValue>>? _joined;

    public InputMap() => _added = new(StringComparer.Ordinal);

    private InputMap(Dictionary<string, Input<TValue>> added) => _added = added;

    private InputMap(Input<Dictionary<string, Input<TValue>>> values) => _value = values;

    /// <summary>The entries, each of which may be unknown or secret.</summary>
    private Input<Dictionary<string, Input<TValue>>> Value
    {
        get => _value ??= _added!;
        set
        {
            _value = value;
            _added = null;
            _joined = null;
        }
    }

    private protected override Output<ImmutableDictionary<string, TValue>> Joined => _joined ??= Value.Apply(Join);

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
            _joined = null;
        }
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) =>
        Value = Output.Join(Value.ToOutput(), values.Value.ToOutput(), MergeDisjoint);

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Join(first.Value.ToOutput(), second.Value.ToOutput(), MergeOverriding));

    private protected override void Visit(PendingOutputs pending)
    {
        pending.Visit(_joined);
        if (_added is null)
        {
            pending.Visit(_value);
            return;
        }

        foreach (var (key, value) in _added)
        {
            pending.Visit(key, value);
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
        entries[key] = entries.TryGetValue(key, out var present) ? RequireEqual(key, present, value) : value;

    /// <summary>Merges two maps. As in the official SDK, different inputs with equal values conflict.</summary>
    /// <exception cref="ArgumentException">Both have an entry with the same key and different inputs.</exception>
    private static Dictionary<string, Input<TValue>> MergeDisjoint(
        Dictionary<string, Input<TValue>> first,
        Dictionary<string, Input<TValue>> second
    )
    {
        var all = Copy(first);
        foreach (var (key, value) in second)
        {
            if (!all.TryAdd(key, value) && all[key] != value)
            {
                throw DuplicateKey(key);
            }
        }

        return all;
    }

    /// <summary>Merges two maps; entries of the second replace those of the first.</summary>
    private static Dictionary<string, Input<TValue>> MergeOverriding(
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

    private static Input<TValue> RequireEqual(string key, Input<TValue> present, Input<TValue> added) =>
        Output.Join(
            present.ToOutput(),
            added.ToOutput(),
            (one, two) => EqualityComparer<TValue>.Default.Equals(one, two) ? one : throw DuplicateKey(key)
        );

    private static ArgumentException DuplicateKey(string key) =>
        new($"The map already contains the key '{key}' with a different value.");

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
