using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Utilities;

public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => new(OutputData.Unknown<T>() with { Value = value });

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.Then(data => data with { Resources = data.Resources.Add(resource) });
    }

    public static Task<bool> GetIsKnownAsync<T>(Output<T> output) => OutputMetadata.IsKnownAsync(output);

    public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!);

    public static Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        OutputMetadata.ResourcesAsync(output);
}
