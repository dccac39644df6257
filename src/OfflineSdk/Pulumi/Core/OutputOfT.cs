using Pulumi.Serialization;

namespace Pulumi;

public sealed class Output<T> : IOutput
{
    // The data, the task that gets them, or the completion that makes them.
    private readonly object _source;

    internal Output(Task<OutputData<T>> dataTask)
    {
        _source = dataTask;
        Deployment.Watch(dataTask);
    }

    /// <summary>An output whose completion somebody else watches over.</summary>
    internal Output(OutputCompletion<T> completion) => _source = completion;

    internal Output(OutputData<T> data) => _source = data;

    internal Task<OutputData<T>> DataTask =>
        _source switch
        {
            Task<OutputData<T>> task => task,
            OutputCompletion<T> completion => completion.DataTask,
            _ => Task.FromResult((OutputData<T>)_source),
        };

    /// <summary>The data where it is there; null while it is not, and where it cannot be had.</summary>
    internal OutputData<T>? Present =>
        _source switch
        {
            OutputData<T> data => data,
            OutputCompletion<T> completion => completion.Data,
            _ => ((Task<OutputData<T>>)_source) is { IsCompletedSuccessfully: true } task ? task.Result : null,
        };

    OutputData? IOutput.Present => Present;

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
        "An Output<T> has no text of its own: use Output.Format($\"...\") or Apply to make one from its value.";

    internal Task<T> GetValueAsync(T whenUnknown) =>
        Present is { } data ? Task.FromResult(Value(data, whenUnknown)) : GetLaterAsync(whenUnknown);

    /// <summary>The output that <paramref name="step"/> makes of the data: at once where it is there.</summary>
    internal Output<TResult> Then<TResult>(Func<OutputData<T>, OutputData<TResult>> step)
    {
        if (Present is not { } data)
        {
            return new(Continuation.LaterAsync(DataTask, step));
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

    /// <summary>The same where the step makes an output.</summary>
    internal Output<TResult> Bind<TResult>(Func<OutputData<T>, Output<TResult>> step)
    {
        if (Present is not { } data)
        {
            return new(Continuation.LaterAsync(DataTask, known => step(known).DataTask).Unwrap());
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

    private async Task<T> GetLaterAsync(T whenUnknown) => Value(await DataTask, whenUnknown);

    private static T Value(OutputData<T> data, T whenUnknown) => data.IsKnown ? data.Value : whenUnknown;
}
