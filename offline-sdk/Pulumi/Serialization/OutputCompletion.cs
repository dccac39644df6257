namespace Pulumi.Serialization;

/// <summary>An output of a resource that waits for the answer of the mocks.</summary>
internal interface IOutputCompletion
{
    object Output { get; }

    void Complete(OutputData<object?> data);

    /// <summary>Ends an output that the answer leaves out.</summary>
    void CompleteDefault(bool isKnown);

    void Fail(Exception exception);
}

internal sealed class OutputCompletion<T> : IOutputCompletion
{
    private readonly TaskCompletionSource<OutputData<T>> source = new();
    private readonly Resource resource;

    public OutputCompletion(Resource resource)
    {
        this.resource = resource;
        Output = new Output<T>(source);
    }

    public object Output { get; }

    public void Complete(OutputData<object?> data) =>
        source.TrySetResult(
            new OutputData<T>(Converter.Convert<T>(data.Value), data.IsKnown, data.IsSecret, [resource])
        );

    public void CompleteDefault(bool isKnown) =>
        source.TrySetResult(new OutputData<T>(default!, isKnown, IsSecret: false, [resource]));

    public void Fail(Exception exception) => source.TrySetException(exception);
}
