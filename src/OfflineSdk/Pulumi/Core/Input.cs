using Pulumi.Serialization;

namespace Pulumi;

public class Input<T> : IInput
{
    // An output, or the data of a plain value, for which an output is created on demand.
    private readonly object? _source;

    private protected Input() { }

    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _source = output;
    }

    private Input(OutputData<T> data) => _source = data;

    /// <summary>The data of a plain value; null for an output.</summary>
    internal OutputData<T>? PlainData => _source as OutputData<T>;

    /// <summary>The input as one output; collections join their elements.</summary>
    private protected virtual Output<T> Joined => _source as Output<T> ?? new((OutputData<T>)_source!);

    public static implicit operator Input<T>(T value) => new(OutputData.Known(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.Joined;

    IOutput IInput.ToOutput() => Joined;

    void IInput.Visit(PendingOutputs pending) => Visit(pending);

    private protected virtual void Visit(PendingOutputs pending) =>
        pending.Visit(_source is OutputData<T> plain ? plain.Value : _source);

    /// <summary>Applies <paramref name="step"/> to the value, synchronously if it is a plain value.</summary>
    internal Input<TResult> Map<TResult>(Func<T, TResult> step) =>
        PlainData is { } plain ? step(plain.Value) : this.Apply(step);
}
