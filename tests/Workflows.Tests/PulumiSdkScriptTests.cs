namespace Workflows.Tests;

/// <summary>Which Pulumi packages <c>.ci/pulumi-sdk</c> chooses; a script stands in for the .NET SDK.</summary>
public sealed class PulumiSdkScriptTests : IDisposable
{
    private const string NoPulumi =
        "infra/Infra.csproj : error NU1101: Unable to find package Pulumi. No packages exist with this id in source(s): nuget.org";

    private const string NoGcp =
        "infra/Infra.csproj : error NU1101: Unable to find package Pulumi.Gcp. No packages exist with this id in source(s): nuget.org";

    private const string OldKubernetes =
        "infra/Infra.csproj : error NU1102: Unable to find package Pulumi.Kubernetes with version (= 4.32.0)";

    private const string OtherOneOf =
        "infra/Infra.csproj : error NU1603: Warning As Error: Pulumi 3.112.1 depends on OneOf (>= 3.0.216) but OneOf 3.0.216 was not found. OneOf 3.0.271 was resolved instead.";

    private const string OldLockFile = "infra/Infra.csproj : error NU1004: The package references have changed.";

    private const string NoNetwork =
        "infra/Infra.csproj : error NU1301: Unable to load the service index for source https://api.nuget.org/v3/index.json.";

    private const string NoLibrary =
        "infra/Infra.csproj : error NU1101: Unable to find package PulumiTools. No packages exist with this id in source(s): nuget.org";

    private readonly Sandbox _sandbox = new();

    public PulumiSdkScriptTests() => _sandbox.Copy(".ci/pulumi-sdk");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_official_packages_are_chosen_if_they_can_be_restored() =>
        Assert.EndsWith("\nnuget\n0", await ChooseAsync("true"), StringComparison.Ordinal);

    [Theory]
    [InlineData(NoPulumi)]
    [InlineData(NoPulumi + "\n" + NoGcp)]
    [InlineData(OldKubernetes)]
    // A mirror, or the folder of an earlier restore, that has some of the packages.
    [InlineData(OtherOneOf + "\n" + NoGcp)]
    public async Task The_stand_in_is_chosen_if_a_package_is_missing(string errors)
    {
        var output = await ChooseAsync($"echo '{errors}' && exit 1");

        Assert.EndsWith("\noffline\n0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OldLockFile, "not because of missing Pulumi packages")]
    [InlineData(OtherOneOf, "not because of missing Pulumi packages")]
    [InlineData(NoLibrary, "not because of missing Pulumi packages")]
    [InlineData("The SDK 'Microsoft.NET.Sdk' could not be found.", "not because of missing Pulumi packages")]
    [InlineData(NoNetwork, "NuGet cannot be reached")]
    [InlineData(NoGcp + "\n" + NoNetwork, "NuGet cannot be reached")]
    public async Task Another_restore_failure_is_shown_and_no_packages_are_selected(string errors, string message)
    {
        var output = await ChooseAsync($"echo \"{errors}\" && exit 1");

        Assert.EndsWith("\n1", output, StringComparison.Ordinal);
        Assert.Contains(errors, output, StringComparison.Ordinal);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.False(File.Exists(_sandbox.At("workspace", "PulumiSdk.props")));
    }

    [Theory]
    [InlineData("true", "nuget")]
    [InlineData($"echo '{NoPulumi}' && exit 1", "offline")]
    public async Task NuGet_is_queried_once(string restore, string choice)
    {
        await ChooseAsync(restore);

        Assert.Equal($"{choice}\n0", await ChooseAsync("echo 'asked again' && exit 1"));
    }

    // What the script writes, and its exit code, when the restore does this.
    private async Task<string> ChooseAsync(string restore)
    {
        _sandbox.Replace("dotnet", restore);
        var result = await _sandbox.BashAsync("bash .ci/pulumi-sdk 2>&1");
        return result.Output + result.ExitCode;
    }
}
