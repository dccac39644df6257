using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>An output of a resource that waits for the answer of the mocks.</summary>
internal interface IOutputCompletion
{
    object Output { get; }

    /// <summary>Ends the output with what the mocks answer for it: a value all of whose outputs are there.</summary>
    /// <param name="answer">The value; null when there is none.</param>
    /// <param name="isKnownWithout">Whether it is known, where there is none, that it is the type's default value.</param>
    void Complete(object? answer, bool isKnownWithout);

    void Fail(Exception exception);
}

/// <summary>What an output holds before its data: most outputs are never read, so their data are made when someone asks.</summary>
internal sealed class OutputCompletion<T> : IOutputCompletion
{
    private readonly Resource _resource;
    private readonly Lock _gate = new();
    private TaskCompletionSource<OutputData<T>>? _waiting;
    private Task<OutputData<T>>? _failed;
    private OutputData<T>? _data;
    private object? _answer;
    private bool _isKnownWithout;
    private bool _isComplete;

    public OutputCompletion(Resource resource)
    {
        _resource = resource;
        Output = new Output<T>(this);
    }

    public object Output { get; }

    /// <summary>The data where they are there; null while they are not, and where they cannot be had.</summary>
    public OutputData<T>? Data
    {
        get
        {
            lock (_gate)
            {
                return Find();
            }
        }
    }

    public Task<OutputData<T>> DataTask
    {
        get
        {
            lock (_gate)
            {
                return Find() is { } data ? Task.FromResult(data) : _failed ?? (_waiting ??= new()).Task;
            }
        }
    }

    public void Complete(object? answer, bool isKnownWithout)
    {
        lock (_gate)
        {
            (_answer, _isKnownWithout, _isComplete) = (answer, isKnownWithout, true);
        }

        if (_waiting is null)
        {
            return;
        }

        if (Data is { } data)
        {
            _waiting.TrySetResult(data);
        }
        else
        {
            _waiting.TrySetException(_failed!.Exception!.InnerExceptions);
        }
    }

    public void Fail(Exception exception)
    {
        lock (_gate)
        {
            _failed = Task.FromException<OutputData<T>>(exception);
        }

        _waiting?.TrySetException(exception);
    }

    private OutputData<T>? Find()
    {
        if (_data is not null || !_isComplete || _failed is not null)
        {
            return _data;
        }

        try
        {
            return _data = Make();
        }
        catch (Exception failure)
        {
            _failed = Task.FromException<OutputData<T>>(failure);
            Deployment.Watch(_failed);
            return null;
        }
    }

    private OutputData<T> Make()
    {
        var data = Serializer.Value(_answer);
        return data.IsNothing
            ? new(default!, _isKnownWithout, IsSecret: false, ImmutableHashSet.Create(_resource))
            : new(Converter.Convert<T>(data.Value), data.IsKnown, data.IsSecret, ImmutableHashSet.Create(_resource));
    }
}
