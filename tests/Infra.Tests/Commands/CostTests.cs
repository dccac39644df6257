using Infra.Tests.Stacks;

namespace Infra.Tests.Commands;

/// <summary>The costs that the commands show for one stack file.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData(
        "kind: spot",
        "price of the chips        19.44 USD an hour  list price for spot VMs in us-east5, 2026-11"
    )]
    [InlineData("pricePerChipHour: 1.89", "price of the chips        30.24 USD an hour  capacity.pricePerChipHour")]
    [InlineData("kind: flex-start", "price of the chips        unknown      price unknown for flex-start in us-east5")]
    public async Task Check_shows_the_price_of_the_chips(string capacity, string row) =>
        Assert.Contains(Words(row), Words(await RunAsync("check", capacity)), StringComparison.Ordinal);

    [Theory]
    [InlineData("deployed: false")]
    [InlineData("replicas: 0")]
    public async Task A_serving_without_chips_costs_nothing(string setting) =>
        Assert.Contains(
            "price of the chips 0.00 USD an hour",
            Words(await RunAsync("check", "kind: flex-start", setting)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("deployed: true")]
    [InlineData("deployed: false")]
    public async Task The_chips_of_an_existing_cluster_have_no_price(string setting)
    {
        using var project = new TemporaryProject(Golden.Read("Stacks/Pulumi.yaml"));
        project.Write(
            "Pulumi.dev.yaml",
            $$"""
            config:
              jetstream-pathways:cluster: { existing: {} }
              jetstream-pathways:servings:
                - { name: a, preset: gemma2-27b, checkpoint: gs://mine/a, scratch: gs://tmp/a, {{setting}} }

            """
        );

        var result = await InProcessCli.RunAsync(project.Directory, "check", "--stack", "dev");

        Assert.Contains(
            "price of the chips unknown price unknown: the chips are those of an existing cluster",
            Words(result.Output),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_preview_uses_the_price_of_the_setting() =>
        Assert.Contains(
            "    30.24 USD an hour for 16 chips (capacity.pricePerChipHour)\n",
            await RunAsync("preview", "pricePerChipHour: 1.89"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_price_below_zero_is_an_error() =>
        Assert.Contains(
            "servings[0].capacity.pricePerChipHour",
            await RunAsync("check", "pricePerChipHour: -1"),
            StringComparison.Ordinal
        );

    private static async Task<string> RunAsync(string command, string capacity, string setting = "deployed: true")
    {
        var folder = Directory.CreateTempSubdirectory("cost-").FullName;
        try
        {
            File.Copy(Path.Combine(ExampleProject.Folder, "Pulumi.yaml"), Path.Combine(folder, "Pulumi.yaml"));
            var stack = await File.ReadAllTextAsync(Path.Combine(ExampleProject.Folder, "Pulumi.dev.yaml"));
            var changed = stack.Replace("kind: spot", $"{capacity}\n      {setting}", StringComparison.Ordinal);
            var text = changed[..changed.IndexOf("      batch:", StringComparison.Ordinal)];
            await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.dev.yaml"), text);
            return (await InProcessCli.RunAsync(folder, command, "--stack", "dev")).Output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
