using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>An output of a resource that is completed when the mocks return.</summary>
internal interface IOutputCompletion
{
    object Output { get; }

    /// <summary>Completes the output with a value from the mocks in which all outputs are completed.</summary>
    /// <param name="value">The value, or null if there is none.</param>
    /// <param name="isKnownWithout">Whether a missing value is known to be the type's default value, rather than unknown.</param>
    void Complete(object? value, bool isKnownWithout);

    void Fail(Exception exception);
}

/// <summary>The source of an output's data. Most outputs are never read, so the data is created on demand.</summary>
internal sealed class OutputCompletion<T> : IOutputCompletion
{
    private readonly Resource _resource;
    private readonly Lock _gate = new();
    private TaskCompletionSource<OutputData<T>>? _waiting;
    private Task<OutputData<T>>? _failed;
    private OutputData<T>? _data;
    private object? _value;
    private bool _isKnownWithout;
    private bool _isComplete;

    public OutputCompletion(Resource resource)
    {
        _resource = resource;
        Output = new Output<T>(this);
    }

    public object Output { get; }

    /// <summary>The data if completed successfully; otherwise null.</summary>
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

    public void Complete(object? value, bool isKnownWithout)
    {
        lock (_gate)
        {
            (_value, _isKnownWithout, _isComplete) = (value, isKnownWithout, true);
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
            Deployment.Track(_failed);
            return null;
        }
    }

    private OutputData<T> Make()
    {
        var data = Serializer.Value(_value);
        return data.IsKnownNull
            ? new(default!, _isKnownWithout, IsSecret: false, ImmutableHashSet.Create(_resource))
            : new(Converter.Convert<T>(data.Value), data.IsKnown, data.IsSecret, ImmutableHashSet.Create(_resource));
    }
}
