using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Reads the metadata of outputs of any type.</summary>
internal static class OutputMetadata
{
    private static readonly Task<ImmutableHashSet<Resource>> NoResources = Task.FromResult(
        ImmutableHashSet<Resource>.Empty
    );

    public static Task<bool> IsKnownAsync(IOutput output) => ReadAsync(output, data => data.IsKnown);

    public static Task<bool> IsSecretAsync(IOutput output) => ReadAsync(output, data => data.IsSecret);

    public static Task<ImmutableHashSet<Resource>> ResourcesAsync(IOutput output) =>
        output.CompletedData is { Resources.IsEmpty: true } ? NoResources : ReadAsync(output, data => data.Resources);

    private static Task<T> ReadAsync<T>(IOutput output, Func<OutputData, T> read) =>
        output.CompletedData is { } data ? Task.FromResult(read(data)) : WaitAndReadAsync(output, read);

    private static async Task<T> WaitAndReadAsync<T>(IOutput output, Func<OutputData, T> read)
    {
        await output.Completion;
        return read(output.CompletedData!);
    }
}
