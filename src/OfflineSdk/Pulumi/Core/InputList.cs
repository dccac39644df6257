using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable
{
    // The elements, if all were added individually; otherwise null.
    private List<Input<T>>? _added;
    private Input<ImmutableArray<Input<T>>>? _value;
    private Output<ImmutableArray<T>>? _joined;

    public InputList() => _added = [];

    private InputList(Input<ImmutableArray<Input<T>>> values) => _value = values;

    /// <summary>The elements, each of which may be unknown or secret.</summary>
    private Input<ImmutableArray<Input<T>>> Value
    {
        get => _value ??= _added!.ToImmutableArray();
        set
        {
            _value = value;
            _added = null;
            _joined = null;
        }
    }

    private protected override Output<ImmutableArray<T>> Joined =>
        _joined ??= Value.Apply(values =>
            values.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All<T>(values)
        );

    public void Add(params Input<T>[] inputs)
    {
        if (_added is null)
        {
            Value = Value.Map(values => values.AddRange(inputs));
        }
        else
        {
            _added.AddRange(inputs);
            _value = null;
            _joined = null;
        }
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => Value = Concat(inputs).Value;

    public InputList<T> Concat(InputList<T> other) =>
        new(
            (Value.PlainData, other.Value.PlainData) is ({ } plain, { } added)
                ? plain.Value.AddRange(added.Value)
                : Output.Join(Value.ToOutput(), other.Value.ToOutput(), (first, second) => first.AddRange(second))
        );

    /// <summary>Waits for the elements and returns the known ones.</summary>
    internal async Task<List<T>> GetKnownAsync()
    {
        var values = Value.PlainData is { } plain ? plain.Value : await Value.ToOutput().GetValueAsync(whenUnknown: []);
        var known = new List<T>();
        foreach (var value in values.IsDefault ? [] : values)
        {
            var data = value.PlainData ?? await value.ToOutput().DataTask;
            if (data.IsKnown)
            {
                known.Add(data.Value);
            }
        }

        return known;
    }

    private protected override void Visit(PendingOutputs pending)
    {
        pending.Visit(_joined);
        if (Value.PlainData is not { Value: { IsDefault: false } values })
        {
            pending.Visit(Value);
            return;
        }

        foreach (var value in values)
        {
            pending.Visit(value);
        }
    }

    internal InputList<T> Clone() => new(Value);

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An InputList<T> cannot be enumerated: its elements may not be known yet.");

    public static implicit operator InputList<T>(T value) => ImmutableArray.Create<Input<T>>(value);

    public static implicit operator InputList<T>(Output<T> value) => ImmutableArray.Create<Input<T>>(value);

    public static implicit operator InputList<T>(Input<T> value) => ImmutableArray.Create(value);

    public static implicit operator InputList<T>(T[] values) => From(values, value => value);

    public static implicit operator InputList<T>(Output<T>[] values) => From(values, value => value);

    public static implicit operator InputList<T>(Input<T>[] values) => From(values, value => value);

    public static implicit operator InputList<T>(List<T> values) => From(values, value => value);

    public static implicit operator InputList<T>(List<Output<T>> values) => From(values, value => value);

    public static implicit operator InputList<T>(List<Input<T>> values) => From(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Wrap(values);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        values.IsDefault ? Wrap(default) : From(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values);

    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(items => items.ToImmutableArray());

    public static implicit operator InputList<T>(Output<List<T>> values) =>
        values.Apply(items => items.ToImmutableArray());

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) =>
        values.Apply(items => items.ToImmutableArray());

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(Wrap));

    private static InputList<T> From<TItem>(IEnumerable<TItem> items, Func<TItem, Input<T>> wrap) =>
        items.Select(wrap).ToImmutableArray();

    private static ImmutableArray<Input<T>> Wrap(ImmutableArray<T> values) =>
        values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value);
}
