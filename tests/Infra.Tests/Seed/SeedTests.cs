using Infra.Configuration;
using Infra.Tests.Commands;
using StackConfig.Reading;

namespace Infra.Tests.Seed;

/// <summary>The manifests of Google's guide, with their placeholders filled in, are what the seed's stack files render to.</summary>
public sealed class SeedTests
{
    private static readonly string Stacks = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Seed", "Stacks");

    [Theory]
    [InlineData("llama3-405b", "llama3.1-405b-batch.yaml")]
    [InlineData("llama2-70b", "llama2-70b-disaggregated.yaml")]
    public async Task The_rendered_objects_equal_those_of_the_guide(string stack, string manifest)
    {
        var result = await InProcessCli.RunAsync(Stacks, "render", "--stack", stack);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(ManifestObjects.Read(Golden.Read($"Seed/{manifest}")), ManifestObjects.Read(result.Output));
        Golden.Matches(result.Output, $"Seed/Golden/{manifest}");
    }

    [Theory]
    [InlineData("llama3-405b", "GoogleStagingBucket UnpinnedImage LowMemoryHeadroom")]
    [InlineData("llama2-70b", "GoogleStagingBucket UnpinnedImage")]
    [InlineData("sample-llama3-405b", "")]
    [InlineData("sample-llama2-70b", "LowMemoryHeadroom")]
    public void A_valid_case_is_accepted_with_the_expected_warnings(string stack, string rules)
    {
        var document = StackFileReader.Read(Stacks, stack, []);

        var problems = SettingsLoader.Load(document, [], Severity.Error).Problems;

        Assert.All(problems, problem => Assert.Equal(Severity.Warning, problem.Severity));
        Assert.Equal(rules, string.Join(' ', problems.Select(problem => problem.Rule)));
    }
}
