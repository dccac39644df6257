namespace Infra.Tests;

public sealed class WarmUpTests
{
    [Fact]
    public async Task The_warm_up_renders_the_resource_types_of_a_serving()
    {
        var rendered = await WarmUp.RunAsync();

        Assert.Equal(
            ["LeaderWorkerSet/llama2-70b", "Service/llama2-70b-http"],
            rendered.Manifests.Select(manifest => manifest.Title).Order(StringComparer.Ordinal)
        );
    }
}
