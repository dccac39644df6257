using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Infra.Commands;
using OfflinePreview.Graph;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Infra.Tests;

/// <summary>Dependencies point one way. Project references keep <c>src</c> from knowing <c>infra</c>; these rules keep order within.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture Sources = new ArchLoader()
        .LoadAssemblies(typeof(CheckCommand).Assembly, typeof(StackGraph).Assembly)
        .Build();

    [Theory]
    [InlineData("Model", "Validation", "Resources", "Reports", "Commands")]
    [InlineData("Configuration", "Resources", "Reports", "Commands")]
    [InlineData("Validation", "Resources", "Reports", "Commands")]
    [InlineData("Resources", "Validation", "Reports", "Commands")]
    [InlineData("Reports", "Configuration", "Validation", "Resources", "Commands")]
    public void A_folder_knows_only_what_stands_before_it(string folder, params string[] unknown) =>
        Types()
            .That()
            .ResideInNamespaceMatching(In(folder))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(In(unknown)))
            .Check(Sources);

    [Fact]
    public void The_offline_preview_knows_no_accelerator() =>
        Types()
            .That()
            .ResideInAssembly(typeof(StackGraph).Assembly)
            .Should()
            .NotHaveNameContaining("Tpu")
            .AndShould()
            .NotHaveNameContaining("Slice")
            .Check(Sources);

    [Theory]
    [InlineData("Graph", "Recording", "Diff", "Output")]
    [InlineData("Diff", "Recording", "Output")]
    [InlineData("Recording", "Diff", "Output")]
    [InlineData("Output", "Recording")]
    public void The_offline_preview_has_no_cycle(string folder, params string[] unknown) =>
        Types()
            .That()
            .ResideInNamespaceMatching(InPreview(folder))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(InPreview(unknown)))
            .Check(Sources);

    private static string In(params string[] folders) => $@"^Infra\.({string.Join('|', folders)})(\.|$)";

    private static string InPreview(params string[] folders) =>
        $@"^OfflinePreview\.({string.Join('|', folders)})(\.|$)";
}
