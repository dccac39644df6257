using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Validation;
using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>A version of GKE is one that the channel offers and that has the slices.</summary>
public sealed class GkeVersionRulesTests
{
    private const string FlexStart = "capacity: { kind: flex-start }";

    [Theory]
    [InlineData("regular", "1.33", "1.35")]
    [InlineData("regular", "1.34.1-gke.1000", "1.36")]
    [InlineData("rapid", "1.33", "1.37")]
    [InlineData("stable", "1.34", "1.35")]
    [InlineData("regular", "1.37", "1.36.1-gke.1000")]
    [InlineData("stable", "1.36.1-gke.1000", "1.35.1-gke.1000")]
    [InlineData("rapid", "1.38", "1.37.2-gke.1000")]
    [InlineData("extended", "1.37", "1.31.2-gke.1115000")]
    public void A_minimum_version_outside_of_the_channel_is_a_warning(string channel, string wrong, string right)
    {
        var problem = Assert.Single(
            StackText.Load(Stack("", channel, wrong)).Problems,
            problem => problem.Rule == "GkeVersionNotOffered"
        );

        Assert.Equal((Severity.Warning, "cluster.managed.minVersion"), (problem.Severity, problem.Key));
        Assert.Contains($"the {channel} channel offered in November 2026", problem.Message, StringComparison.Ordinal);
        RuleStack.Accepts(Stack("", channel, right));
    }

    [Theory]
    [InlineData("", "1.30", "1.31.2-gke.1115000")]
    [InlineData("", "1.31.2-gke.1114999", "1.31.2-gke.1115000")]
    [InlineData(FlexStart, "1.33.0-gke.1711999", "1.33.0-gke.1712000")]
    [InlineData(FlexStart, "1.32", "1.33")]
    public void A_minimum_version_without_the_slices_is_refused(string serving, string wrong, string right)
    {
        RuleStack.Refuses(
            "GkeVersionTooOld",
            Stack(serving, "extended", wrong),
            "cluster.managed.minVersion",
            "or newer, or no minVersion"
        );
        Assert.DoesNotContain(
            StackText.Load(Stack(serving, "extended", right)).Problems,
            problem => problem.Severity == Severity.Error
        );
    }

    [Theory]
    [InlineData("extended", "1.31.2-gke.1115000 or newer")]
    [InlineData("regular", "1.35 or newer")]
    public void A_minimum_version_without_the_slices_is_one_diagnostic_with_a_version_that_the_channel_offers(
        string channel,
        string remedy
    )
    {
        var problem = Assert.Single(StackText.Load(Stack("", channel, "1.30")).Problems);

        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rapid")]
    [InlineData("regular")]
    [InlineData("stable")]
    [InlineData("extended")]
    public void Every_channel_has_flex_start_without_a_minimum(string channel) =>
        Assert.DoesNotContain(
            StackText
                .Load(RuleStack.ManagedStack(FlexStart, $"cluster: {{ managed: {{ releaseChannel: {channel} }} }}"))
                .Problems,
            problem => problem.Severity == Severity.Error
        );

    [Theory]
    [InlineData("1.37.1-gke.1000", null, "the stable channel does not offer yet")]
    [InlineData("1.36.9-gke.1000", null, null)]
    [InlineData("1.37.1-gke.1000", "1.37", null)]
    [InlineData("1.37.1-gke.1000", "1.36", "1.37.1-gke.1000 or newer")]
    public void Slices_that_are_newer_than_the_channel_are_refused(string required, string? version, string? message)
    {
        var offered = new OfferedVersions { Oldest = "1.35", Newest = "1.36" };
        var violation = GkeVersionRules.Violation(
            GkeVersion.Parse(required),
            "v9x slices",
            version is null ? null : GkeVersion.Parse(version),
            "stable",
            offered
        );

        Assert.Equal(message is null, violation is null);
        Assert.Contains(message ?? "", violation ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_channel_offers_versions_in_order() =>
        Assert.All(
            Enum.GetValues<ReleaseChannel>().Select(GkeReleases.Known.Find),
            offered => Assert.True(GkeVersion.Parse(offered.Newest).IsAtLeast(GkeVersion.Parse(offered.Oldest)))
        );

    private static string Stack(string serving, string channel, string version) =>
        RuleStack.ManagedStack(
            serving.Length == 0 ? "name: a" : serving,
            $"cluster: {{ managed: {{ releaseChannel: {channel}, minVersion: \"{version}\" }} }}"
        );
}
