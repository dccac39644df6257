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
    private readonly TaskCompletionSource<OutputData<T>> _source = new();
    private readonly Resource _resource;

    public OutputCompletion(Resource resource)
    {
        _resource = resource;
        Output = new Output<T>(_source);
    }

    public object Output { get; }

    public void Complete(OutputData<object?> data) =>
        _source.TrySetResult(
            new OutputData<T>(Converter.Convert<T>(data.Value), data.IsKnown, data.IsSecret, [_resource])
        );

    public void CompleteDefault(bool isKnown) =>
        _source.TrySetResult(new OutputData<T>(default!, isKnown, IsSecret: false, [_resource]));

    public void Fail(Exception exception) => _source.TrySetException(exception);
}
