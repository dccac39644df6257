using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputData.Known(value));

    public static Output<T> Create<T>(Task<T> value) => Create(value, isSecret: false);

    public static Output<T> CreateSecret<T>(T value) => new(OutputData.Known(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value) => Create(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Then(data => data with { IsSecret = true });
    }

    public static Output<T> Unsecret<T>(Output<T> output) => output.Then(data => data with { IsSecret = false });

    public static Task<bool> IsSecretAsync<T>(Output<T> output) => OutputMetadata.IsSecretAsync(output);

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs)
    {
        var outputs = Array.ConvertAll(inputs, input => input.ToOutput());
        return Array.TrueForAll(outputs, output => output.CompletedData is not null)
            ? new(Gather(Array.ConvertAll(outputs, output => output.CompletedData!)))
            : new(
                TaskContinuation.ContinueWithAsync(
                    Task.WhenAll(Array.ConvertAll(outputs, output => output.DataTask)),
                    Gather
                )
            );
    }

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.ToArray());

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) =>
        All(outputs.Select(output => (Input<T>)output));

    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments().Select(ToObjectOutput);
        return All(arguments)
            .Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));
    }

    private static Output<object?> ToObjectOutput(object? argument)
    {
        var output = argument is IInput input ? input.ToOutput() : argument as IOutput;
        return output is null ? Create(argument) : output.ToObject();
    }

    private static Output<T> Create<T>(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(TaskContinuation.ContinueWithAsync(value, known => OutputData.Known(known, isSecret)));
    }

    private static OutputData<ImmutableArray<T>> Gather<T>(OutputData<T>[] items) =>
        OutputData.Combine(items, ImmutableArray.Create(Array.ConvertAll(items, item => item.Value)));
}
