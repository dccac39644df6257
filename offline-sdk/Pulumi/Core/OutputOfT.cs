using Pulumi.Serialization;

namespace Pulumi;

public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        Deployment.Watch(dataTask);
    }

    /// <summary>An output whose completion somebody else watches over.</summary>
    internal Output(TaskCompletionSource<OutputData<T>> source) => DataTask = source.Task;

    internal Output(OutputData<T> data) => DataTask = Task.FromResult(data);

    internal Task<OutputData<T>> DataTask { get; }

    Task IOutput.Completion => DataTask;

    OutputData IOutput.Knowledge => DataTask.Result;

    OutputData<object?> IOutput.Data => Untyped(DataTask.Result);

    Output<object?> IOutput.ToObject() => new(Continuation.Of(DataTask, Untyped));

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        new(Continuation.Of(DataTask, data => data.With(data.IsKnown ? func(data.Value) : default!)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) =>
        new(
            Continuation.OfTask(
                DataTask,
                data =>
                    data.IsKnown && func(data.Value) is { } inner
                        ? Continuation.Of(inner.DataTask, innerData => data.Combine(innerData, innerData.Value))
                        : Task.FromResult(data.With<TResult>(default!))
            )
        );

    public override string ToString() =>
        "An Output<T> has no text of its own: use Output.Format($\"...\") or Apply to make one from its value.";

    internal Task<T> GetValueAsync(T whenUnknown)
    {
        return DataTask.IsCompletedSuccessfully ? Task.FromResult(Value(DataTask.Result, whenUnknown)) : LaterAsync();

        async Task<T> LaterAsync() => Value(await DataTask, whenUnknown);
    }

    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change) => new(Continuation.Of(DataTask, change));

    private static T Value(OutputData<T> data, T whenUnknown) => data.IsKnown ? data.Value : whenUnknown;

    private static OutputData<object?> Untyped(OutputData<T> data) => data.With<object?>(data.Value);
}
