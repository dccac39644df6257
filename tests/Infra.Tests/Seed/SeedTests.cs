using Infra.Tests.Commands;

namespace Infra.Tests.Seed;

/// <summary>The manifests of Google's guide, with their placeholders filled in, are what the seed's stack files render to.</summary>
public sealed class SeedTests
{
    private static readonly string Stacks = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Seed", "Stacks");

    [Theory]
    [InlineData("llama3-405b", "llama3.1-405b-batch.yaml")]
    [InlineData("llama2-70b", "llama2-70b-disaggregated.yaml")]
    public async Task The_seed_is_met_object_for_object_and_argument_for_argument(string stack, string manifest)
    {
        var result = await InProcessCli.RunAsync(Stacks, "render", "--stack", stack);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(ManifestObjects.Read(Golden.Read($"Seed/{manifest}")), ManifestObjects.Read(result.Output));
        Golden.Matches(result.Output, $"Seed/Golden/{manifest}");
    }
}
