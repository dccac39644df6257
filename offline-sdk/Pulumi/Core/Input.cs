namespace Pulumi;

public class Input<T> : IInput
{
    private readonly Output<T>? _output;

    private protected Input() { }

    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <summary>The input as one value; a collection joins its elements here.</summary>
    private protected virtual Output<T> Whole => _output!;

    public static implicit operator Input<T>(T value) => Output.Create(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.Whole;

    IOutput IInput.ToOutput() => Whole;
}
