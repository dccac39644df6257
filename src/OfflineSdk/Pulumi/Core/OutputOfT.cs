using Pulumi.Serialization;

namespace Pulumi;

public sealed class Output<T> : IOutput
{
    // The data, a task that returns it, or a completion that creates it.
    private readonly object _source;

    internal Output(Task<OutputData<T>> dataTask)
    {
        _source = dataTask;
        Deployment.Track(dataTask);
    }

    /// <summary>An output whose completion is tracked elsewhere.</summary>
    internal Output(OutputCompletion<T> completion) => _source = completion;

    internal Output(OutputData<T> data) => _source = data;

    internal Task<OutputData<T>> DataTask =>
        _source switch
        {
            Task<OutputData<T>> task => task,
            OutputCompletion<T> completion => completion.DataTask,
            _ => Task.FromResult((OutputData<T>)_source),
        };

    /// <summary>The data if completed successfully; otherwise null.</summary>
    internal OutputData<T>? CompletedData =>
        _source switch
        {
            OutputData<T> data => data,
            OutputCompletion<T> completion => completion.Data,
            _ => ((Task<OutputData<T>>)_source) is { IsCompletedSuccessfully: true } task ? task.Result : null,
        };

    OutputData? IOutput.CompletedData => CompletedData;

    Task IOutput.Completion => DataTask;

    Output<object?> IOutput.ToObject() => Then(data => data.With<object?>(data.Value));

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        Then(data => data.With(data.IsKnown ? func(data.Value) : default!));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) =>
        Bind(data =>
            data.IsKnown && func(data.Value) is { } inner
                ? inner.Then(innerData => data.Combine(innerData, innerData.Value))
                : new(data.With<TResult>(default!))
        );

    public override string ToString() =>
        "Calling ToString on an Output<T> is not supported. Use Output.Format($\"...\") or Apply instead.";

    internal Task<T> GetValueAsync(T whenUnknown) =>
        CompletedData is { } data ? Task.FromResult(Value(data, whenUnknown)) : WaitForValueAsync(whenUnknown);

    /// <summary>Applies <paramref name="step"/> to the data, synchronously if it is available.</summary>
    internal Output<TResult> Then<TResult>(Func<OutputData<T>, OutputData<TResult>> step)
    {
        if (CompletedData is not { } data)
        {
            return new(TaskContinuation.ContinueWithAsync(DataTask, step));
        }

        try
        {
            return new(step(data));
        }
        catch (Exception failure)
        {
            return new(Task.FromException<OutputData<TResult>>(failure));
        }
    }

    /// <summary>Applies <paramref name="step"/> to the data and returns its output, synchronously if the data is available.</summary>
    internal Output<TResult> Bind<TResult>(Func<OutputData<T>, Output<TResult>> step)
    {
        if (CompletedData is not { } data)
        {
            return new(TaskContinuation.ContinueWithAsync(DataTask, known => step(known).DataTask).Unwrap());
        }

        try
        {
            return step(data);
        }
        catch (Exception failure)
        {
            return new(Task.FromException<OutputData<TResult>>(failure));
        }
    }

    private async Task<T> WaitForValueAsync(T whenUnknown) => Value(await DataTask, whenUnknown);

    private static T Value(OutputData<T> data, T whenUnknown) => data.IsKnown ? data.Value : whenUnknown;
}
