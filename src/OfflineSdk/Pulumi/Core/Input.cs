using Pulumi.Serialization;

namespace Pulumi;

public class Input<T> : IInput
{
    // Either an output, or the data of one that is made when someone asks: most inputs are plain values.
    private readonly object? _source;

    private protected Input() { }

    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _source = output;
    }

    private Input(OutputData<T> data) => _source = data;

    /// <summary>The data of a plain value; null for an output.</summary>
    internal OutputData<T>? Plain => _source as OutputData<T>;

    /// <summary>The input as one value; a collection joins its elements here.</summary>
    private protected virtual Output<T> Whole => _source as Output<T> ?? new((OutputData<T>)_source!);

    public static implicit operator Input<T>(T value) => new(OutputData.Known(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.Whole;

    IOutput IInput.ToOutput() => Whole;

    void IInput.Visit(Arrivals arrivals) => Visit(arrivals);

    private protected virtual void Visit(Arrivals arrivals) =>
        arrivals.Visit(_source is OutputData<T> plain ? plain.Value : _source);

    /// <summary>What <paramref name="step"/> makes of the value: at once of a plain one.</summary>
    internal Input<TResult> Map<TResult>(Func<T, TResult> step) =>
        Plain is { } plain ? step(plain.Value) : this.Apply(step);
}
