using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Infra.Commands;
using OfflinePreview.Graph;
using StackConfig.Reading;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Infra.Tests;

/// <summary>Dependencies point one way. Project references keep <c>src</c> from knowing <c>infra</c>; these rules keep order within.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture Sources = new ArchLoader()
        .LoadAssemblies(typeof(CheckCommand).Assembly, typeof(StackGraph).Assembly, typeof(SettingsDocument).Assembly)
        .Build();

    [Theory]
    [InlineData("Model", "Configuration", "Validation", "Resources", "Reports", "Commands")]
    [InlineData("Configuration", "Resources", "Reports", "Commands")]
    [InlineData("Validation", "Configuration", "Resources", "Reports", "Commands")]
    [InlineData("Resources", "Configuration", "Validation", "Reports", "Commands")]
    [InlineData("Reports", "Configuration", "Validation", "Resources", "Commands")]
    public void Dependencies_between_folders_point_one_way(string folder, params string[] unknown) =>
        Types()
            .That()
            .ResideInNamespaceMatching(In(folder))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(In(unknown)))
            .Check(Sources);

    [Fact]
    public void OfflinePreview_does_not_mention_accelerators() =>
        Types()
            .That()
            .ResideInAssembly(typeof(StackGraph).Assembly)
            .Should()
            .NotHaveNameContaining("Tpu")
            .AndShould()
            .NotHaveNameContaining("Slice")
            .Check(Sources);

    [Fact]
    public void The_libraries_do_not_mention_accelerators_and_StackConfig_does_not_mention_Pulumi_resources() =>
        Types()
            .That()
            .ResideInAssembly(typeof(SettingsDocument).Assembly)
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^(Pulumi|OfflinePreview)(\.|$)"))
            .AndShould()
            .NotHaveNameContaining("Tpu")
            .Check(Sources);

    [Theory]
    [InlineData("Reading", "Binding", "Schema")]
    [InlineData("Binding", "Schema")]
    public void The_configuration_library_has_no_cycle(string folder, params string[] unknown) =>
        Types()
            .That()
            .ResideInNamespaceMatching($@"^StackConfig\.{folder}$")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^StackConfig\.({string.Join('|', unknown)})$"))
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
