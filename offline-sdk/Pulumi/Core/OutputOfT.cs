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

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(MapAsync(func));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(BindAsync(func));

    public override string ToString() =>
        "An Output<T> has no text of its own: use Output.Format($\"...\") or Apply to make one from its value.";

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask;
        return data.IsKnown ? data.Value : whenUnknown;
    }

    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new Output<T>(ChangeAsync());

        async Task<OutputData<T>> ChangeAsync() => change(await DataTask);
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await DataTask;
        return data.With<object?>(data.Value);
    }

    private async Task<OutputData<TResult>> MapAsync<TResult>(Func<T, TResult> func)
    {
        var data = await DataTask;
        return data.With(data.IsKnown ? func(data.Value) : default!);
    }

    private async Task<OutputData<TResult>> BindAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await DataTask;
        if (!data.IsKnown || func(data.Value) is not { } inner)
        {
            return data.With<TResult>(default!);
        }

        var innerData = await inner.DataTask;
        return data.Combine(innerData, innerData.Value);
    }
}
